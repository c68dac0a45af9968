// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hipparchus.fraction.BigFraction;

/**
 * All equilibria in pure strategies, of any number of players, by one pass over each player's payoffs.
 *
 * <p>A pass goes through the player's payoffs in the order in which they are kept, own action fastest, and strikes out
 * every profile at which the action falls short of the best in its row. No payoff is rounded on the way, so that a
 * tolerance of zero is exact. Complexity: two reads of each payoff and one bit a profile.
 */
public final class PureEquilibria {
    private static final String METHOD = "scan of the pure profiles";

    private PureEquilibria() {}

    /**
     * Returns the pure equilibria as indices of profiles.
     *
     * @param game any game
     * @param tolerance the largest shortfall that still counts as best, as a fraction of the player's payoff range
     * @return increasing, see {@link GameForm#profileIndex}; possibly empty
     */
    public static int[] indices(NormalFormGame game, double tolerance) {
        Checks.nonNegative(tolerance, "tolerance");
        GameForm form = game.form();
        BitSet candidates = everything(form);
        for (int i = 0; i < game.players(); i++) {
            double[] payoffs = game.payoffTensor(i);
            double slack = tolerance * game.payoffRange(i);
            int n = form.actions(i);
            for (int row = 0; row < payoffs.length; row += n) {
                double best = payoffs[row];
                for (int a = 1; a < n; a++) {
                    best = Math.max(best, payoffs[row + a]);
                }
                for (int a = 0; a < n; a++) {
                    if (!(best - payoffs[row + a] <= slack)) {
                        candidates.clear(profileIndex(form, i, row + a));
                    }
                }
            }
        }
        return candidates.stream().toArray();
    }

    /**
     * Returns the pure equilibria as indices of profiles.
     *
     * @param game any game
     * @return increasing, see {@link GameForm#profileIndex}; possibly empty
     */
    public static int[] indices(RationalGame game) {
        GameForm form = game.form();
        BitSet candidates = everything(form);
        for (int i = 0; i < game.players(); i++) {
            BigInteger[] payoffs = game.numerators(i);
            int n = form.actions(i);
            int stride = form.stride(i);
            for (int first = 0; first < payoffs.length; first++) {
                if (form.action(first, i) == 0) {
                    BigInteger best = payoffs[first];
                    for (int a = 1; a < n; a++) {
                        best = best.max(payoffs[first + a * stride]);
                    }
                    for (int a = 0; a < n; a++) {
                        if (!payoffs[first + a * stride].equals(best)) {
                            candidates.clear(first + a * stride);
                        }
                    }
                }
            }
        }
        return candidates.stream().toArray();
    }

    /**
     * Returns the pure equilibria with their certificates.
     *
     * @param game any game
     * @param tolerance the largest shortfall that still counts as best, as a fraction of the player's payoff range; zero
     *     is exact
     * @return in the order of {@link GameForm#profileIndex}; possibly empty; the work is the number of profiles
     */
    public static List<NashSolution> all(NormalFormGame game, double tolerance) {
        GameForm form = game.form();
        int[] profile = new int[form.players()];
        List<NashSolution> solutions = new ArrayList<>();
        for (int index : indices(game, tolerance)) {
            form.profile(index, profile);
            solutions.add(NashSolution.of(game, MixedProfile.pure(form, profile), METHOD, tolerance, form.profiles()));
        }
        return List.copyOf(solutions);
    }

    /**
     * Returns the pure equilibria with their certificates.
     *
     * @param game any game
     * @return in the order of {@link GameForm#profileIndex}; possibly empty; the work is the number of profiles
     */
    public static List<ExactNashSolution> all(RationalGame game) {
        GameForm form = game.form();
        List<ExactNashSolution> solutions = new ArrayList<>();
        for (int index : indices(game)) {
            List<List<BigFraction>> strategies = new ArrayList<>();
            for (int i = 0; i < form.players(); i++) {
                BigFraction[] pure = new BigFraction[form.actions(i)];
                Arrays.fill(pure, BigFraction.ZERO);
                pure[form.action(index, i)] = BigFraction.ONE;
                strategies.add(List.of(pure));
            }
            solutions.add(ExactNashSolution.of(game, RationalProfile.of(strategies), METHOD, form.profiles()));
        }
        return List.copyOf(solutions);
    }

    private static BitSet everything(GameForm form) {
        BitSet all = new BitSet(form.profiles());
        all.set(0, form.profiles());
        return all;
    }

    /** The profile at a place in a player's payoffs: own action fastest, then those before her, then those after. */
    private static int profileIndex(GameForm form, int player, int place) {
        int n = form.actions(player);
        int stride = form.stride(player);
        int own = place % n;
        int opponents = place / n;
        int before = opponents % stride;
        return before + stride * (own + n * (opponents / stride));
    }
}
