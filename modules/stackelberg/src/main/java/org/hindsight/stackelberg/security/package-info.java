// SPDX-License-Identifier: Apache-2.0
/**
 * Security games: a defender covers targets at random, an attacker sees the probabilities and attacks one.
 *
 * <p>Start with {@link org.hindsight.stackelberg.security.SecurityGame} and {@link org.hindsight.stackelberg.security.Origami},
 * which solves it:
 *
 * <pre>{@code
 * SecurityGame game = SecurityGame.builder(BudgetCoverage.of(3, 1))
 *         .defenderCovered(1, 2, 0).defenderUncovered(-5, -8, -1)
 *         .attackerCovered(0, 0, 0).attackerUncovered(10, 6, 4)
 *         .build();
 * SecuritySolution solution = Origami.solve(game);
 * solution.coverage();           // 19/31, 11/31, 1/31
 * solution.attacked();           // 2
 * solution.defenderValue();      // -30/31
 * solution.certificate().gap();  // at most 1e-9, measured without the solver
 * CoverageSampler.of(solution.coverage()).lottery();  // the patrols that carry it out
 * }</pre>
 *
 * <p>What the defender can do is a set of {@linkplain org.hindsight.stackelberg.security.coverage coverages}. Payoffs that are not
 * linear implement {@link org.hindsight.stackelberg.security.CoverageGame}; payoffs of any order are solved by {@link
 * org.hindsight.stackelberg.security.TargetPrograms}, one linear program for each target, or by {@link
 * org.hindsight.stackelberg.security.Eraser}, the mixed-integer program of the literature. Patrols that cover several targets at once
 * are in {@link org.hindsight.stackelberg.security.schedules}, and games to try things on in {@link
 * org.hindsight.stackelberg.security.instances}. Targets are numbered from 0.
 */
@NullMarked
package org.hindsight.stackelberg.security;

import org.jspecify.annotations.NullMarked;
