// SPDX-License-Identifier: Apache-2.0
/**
 * Followers who forecast the commitment instead of seeing it, and leaders who play against them.
 *
 * <p>In each round the follower issues a forecast p_t of the leader's commitment and plays a best response to it; only then is the commitment x_t seen. Start with
 * {@link org.hindsight.stackelberg.calibrated.CalibratedFollower}, whose forecasts are calibrated in the best-response regions of the game:
 *
 * <pre>{@code
 * CalibratedFollower follower = CalibratedFollower.adaptive(game, rounds);
 * Leader leader = ExploreThenCommit.of(IntervalSearch.of(leaderPayoffs, 0.02, 0.04), 400);
 * PlayAccount account = PlayAccount.of(game);
 * StackelbergPlay.run(leader, follower, rounds, random, account);
 * CalibrationCap cap = CalibrationCap.of(account, follower, StrongCommitment.solve(game).value());
 * cap.average();  // what the leader got
 * cap.cap();  // what no leader could have exceeded in this very run
 * }</pre>
 *
 * <p>Against such a follower nobody earns more than the strong Stackelberg value in the long run ({@link
 * org.hindsight.stackelberg.calibrated.CalibrationCap}), and {@link org.hindsight.stackelberg.calibrated.ExploreThenCommit} earns that. Forecasters from elsewhere play through
 * {@link org.hindsight.stackelberg.calibrated.PointForecastFollower}. {@link org.hindsight.stackelberg.calibrated.LazyGradient} is for leaders with a
 * continuum of actions.
 *
 * <p>Source: N. Haghtalab, C. Podimata, K. Yang (2023), "Calibrated Stackelberg games: learning optimal commitments against calibrated agents",
 * arXiv:2306.02704. Proofs: {@code proofs-notes/calibrated-stackelberg.md}.
 */
@NullMarked
package org.hindsight.stackelberg.calibrated;

import org.jspecify.annotations.NullMarked;
