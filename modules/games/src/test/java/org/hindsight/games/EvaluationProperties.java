// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hipparchus.fraction.BigFraction;

class EvaluationProperties {
    /** Relative to the payoff range, in which everything but the payoffs themselves is computed. */
    private static final double ROUNDING = 1e-13;

    @Provide
    Arbitrary<RandomGames> games() {
        return RandomGames.any();
    }

    @Property
    void expectationsEqualThoseByEnumeration(@ForAll("games") RandomGames sample) {
        NormalFormGame game = sample.game();
        for (int i = 0; i < game.players(); i++) {
            double[] vector = new double[game.actions(i)];
            game.payoffVector(i, sample.profile(), vector);
            double size = Math.max(Math.abs(game.minPayoff(i)), Math.abs(game.maxPayoff(i)));
            for (int a = 0; a < vector.length; a++) {
                MixedProfile deviated = sample.profile().with(i, MixedStrategy.pure(vector.length, a));
                assertThat(vector[a]).isCloseTo(enumerated(game, i, deviated), within(ROUNDING * size));
            }
            double payoff = game.expectedPayoff(i, sample.profile());
            assertThat(payoff).isCloseTo(enumerated(game, i, sample.profile()), within(ROUNDING * size));
            JointDistribution product = JointDistribution.product(game.form(), sample.profile());
            assertThat(game.expectedPayoff(i, product)).isCloseTo(payoff, within(ROUNDING * size));
            assertThat(product.marginal(i).toArray())
                    .containsExactly(sample.profile().strategy(i).toArray(), within(1e-14));
        }
    }

    private static double enumerated(NormalFormGame game, int player, MixedProfile profile) {
        int[] pure = new int[game.players()];
        double sum = 0;
        for (int index = 0; index < game.form().profiles(); index++) {
            game.form().profile(index, pure);
            double probability = 1;
            for (int k = 0; k < pure.length; k++) {
                probability *= profile.strategy(k).probability(pure[k]);
            }
            sum += probability * game.payoff(player, pure);
        }
        return sum;
    }

    /** The rational evaluation shares no code with this one; offsets of 1e9 leave no trace in the regrets. */
    @Property
    void regretsEqualTheExactOnesRelativeToThePayoffRange(@ForAll("games") RandomGames sample) {
        NormalFormGame game = sample.game();
        RationalGame exact = RationalGame.exactly(game);
        RationalProfile profile = RationalProfile.exactly(sample.profile());
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < game.players(); i++) {
            double tolerance = ROUNDING * game.payoffRange(i);
            double regret = exact.regret(i, profile).doubleValue();
            assertThat(game.regret(i, sample.profile())).isBetween(0.0, regret + tolerance);
            assertThat(game.regret(i, sample.profile())).isCloseTo(regret, within(tolerance));
            assertThat(exact.payoffRange(i).doubleValue()).isEqualTo(game.payoffRange(i));
            double[] gains = new double[game.actions(i)];
            game.regret(i, sample.profile().toArrays(), gains);
            List<BigFraction> vector = exact.payoffVector(i, profile);
            for (int a = 0; a < gains.length; a++) {
                double gain =
                        vector.get(a).subtract(exact.expectedPayoff(i, profile)).doubleValue();
                assertThat(gains[a]).isCloseTo(gain, within(tolerance));
            }
            largest = Math.max(largest, game.regret(i, sample.profile()));
            sum += game.regret(i, sample.profile());
        }
        assertThat(game.nashGap(sample.profile())).isEqualTo(largest);
        assertThat(game.nashConv(sample.profile())).isEqualTo(sum);
        assertThat(exact.nashGap(profile).doubleValue()).isCloseTo(largest, within(ROUNDING * range(game)));
        assertThat(game.wellSupportedGap(sample.profile())).isGreaterThanOrEqualTo(largest * (1 - ROUNDING));
        NashCertificate certificate = NashCertificate.of(game, sample.profile());
        assertThat(certificate.gap()).isCloseTo(certificate.exactGap().doubleValue(), within(ROUNDING));
        assertThat(certificate.wellSupportedGap()).isBetween(certificate.gap() * (1 - ROUNDING), 1 + ROUNDING);
    }

    private static double range(NormalFormGame game) {
        double range = 0;
        for (int i = 0; i < game.players(); i++) {
            range = Math.max(range, game.payoffRange(i));
        }
        return range;
    }

    @Property
    void bestResponsesAreThoseWithinTheTolerance(@ForAll("games") RandomGames sample) {
        NormalFormGame game = sample.game();
        for (int i = 0; i < game.players(); i++) {
            assertThat(game.bestResponses(i, sample.profile(), 1)).hasSize(game.actions(i));
            int[] exact = RationalGame.exactly(game).bestResponses(i, RationalProfile.exactly(sample.profile()));
            int[] close = game.bestResponses(i, sample.profile(), 1e-12);
            assertThat(close).contains(exact);
            int[] none = game.bestResponses(i, sample.profile(), 0);
            assertThat(close).contains(none);
        }
    }

    /** Definition 1.3 by enumeration over deviations, on the joint distribution. */
    @Property
    void correlatedGapsAreThoseOfTheDefinition(@ForAll("games") RandomGames sample) {
        NormalFormGame game = sample.game();
        double cce = 0;
        double ce = 0;
        double internal = 0;
        for (int i = 0; i < game.players(); i++) {
            double swap = 0;
            double[] external = new double[game.actions(i)];
            for (int j = 0; j < game.actions(i); j++) {
                double best = 0;
                for (int k = 0; k < game.actions(i); k++) {
                    double gain = exchangeGain(game, sample.joint(), i, j, k);
                    best = Math.max(best, gain);
                    external[k] += gain;
                }
                swap += best;
                internal = Math.max(internal, best);
            }
            ce = Math.max(ce, swap);
            cce = Math.max(cce, Arrays.stream(external).max().orElseThrow());
        }
        double tolerance = ROUNDING * range(game);
        assertThat(game.cceGap(sample.joint())).isCloseTo(cce, within(tolerance));
        assertThat(game.ceGap(sample.joint())).isCloseTo(ce, within(tolerance));
        assertThat(game.internalGap(sample.joint())).isCloseTo(internal, within(tolerance));
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            CorrelatedCertificate certificate = CorrelatedCertificate.of(game, sample.joint(), notion);
            assertThat(certificate.gap()).isCloseTo(certificate.exactGap().doubleValue(), within(ROUNDING));
        }
        JointDistribution product = JointDistribution.product(game.form(), sample.profile());
        assertThat(game.cceGap(product)).isCloseTo(game.nashGap(sample.profile()), within(tolerance));
        // In a product a recommendation says nothing about the others.
        assertThat(game.ceGap(product)).isCloseTo(swapGapOfProduct(game, sample.profile()), within(tolerance));
    }

    private static double exchangeGain(NormalFormGame game, JointDistribution z, int player, int from, int to) {
        int[] profile = new int[game.players()];
        double sum = 0;
        for (int index = 0; index < game.form().profiles(); index++) {
            game.form().profile(index, profile);
            if (profile[player] == from) {
                double probability = z.probability(profile);
                double before = game.payoff(player, profile);
                profile[player] = to;
                sum += probability * (game.payoff(player, profile) - before);
            }
        }
        return sum;
    }

    private static double swapGapOfProduct(NormalFormGame game, MixedProfile profile) {
        double worst = 0;
        for (int i = 0; i < game.players(); i++) {
            double[] gains = new double[game.actions(i)];
            double regret = game.regret(i, profile.toArrays(), gains);
            double sum = 0;
            for (int a = 0; a < gains.length; a++) {
                sum += profile.strategy(i).probability(a) * (regret - gains[a]);
            }
            worst = Math.max(worst, sum);
        }
        return worst;
    }

    /** u_i to 3 u_i + b(a_{-i}) multiplies regrets by 3, and rational arithmetic sees nothing else. */
    @Property
    void affineChangesScaleTheRegrets(@ForAll("games") RandomGames sample) {
        RationalGame game = RationalGame.exactly(sample.game());
        RationalProfile profile = RationalProfile.exactly(sample.profile());
        RationalGame changed = RationalGame.of(game.form(), (player, actions) -> {
            int others = Arrays.hashCode(withoutOwn(actions, player)) % 7;
            return game.payoff(player, actions).multiply(3).add(others);
        });
        for (int i = 0; i < game.players(); i++) {
            assertThat(changed.regret(i, profile))
                    .isEqualTo(game.regret(i, profile).multiply(3));
            RationalJointDistribution joint = RationalJointDistribution.exactly(sample.joint());
            assertThat(changed.swapGap(i, joint))
                    .isEqualTo(game.swapGap(i, joint).multiply(3));
            assertThat(changed.externalGap(i, joint))
                    .isEqualTo(game.externalGap(i, joint).multiply(3));
        }
    }

    private static int[] withoutOwn(int[] actions, int player) {
        int[] others = actions.clone();
        others[player] = 0;
        return others;
    }

    @Property
    void relabellingPlayersAndActionsMovesTheRegretsAlong(@ForAll("games") RandomGames sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        int players = game.players();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int[] newPlayer = permutation(players, random);
        int[] shape = new int[players];
        int[][] newAction = new int[players][];
        double[][] strategies = new double[players][];
        for (int i = 0; i < players; i++) {
            int n = game.actions(i);
            shape[newPlayer[i]] = n;
            newAction[i] = permutation(n, random);
            strategies[newPlayer[i]] = new double[n];
            for (int a = 0; a < n; a++) {
                strategies[newPlayer[i]][newAction[i][a]] =
                        sample.profile().strategy(i).probability(a);
            }
        }
        GameForm form = GameForm.of(shape);
        double[][] payoffs = new double[players][form.profiles()];
        int[] old = new int[players];
        int[] relabelled = new int[players];
        for (int index = 0; index < form.profiles(); index++) {
            game.form().profile(index, old);
            for (int i = 0; i < players; i++) {
                relabelled[newPlayer[i]] = newAction[i][old[i]];
            }
            for (int i = 0; i < players; i++) {
                payoffs[newPlayer[i]][form.profileIndex(relabelled)] = game.payoff(i, old);
            }
        }
        NormalFormGame other = NormalFormGame.of(form, payoffs);
        for (int i = 0; i < players; i++) {
            assertThat(other.regret(newPlayer[i], MixedProfile.of(strategies)))
                    .isCloseTo(game.regret(i, sample.profile()), within(ROUNDING * game.payoffRange(i)));
        }
    }

    private static int[] permutation(int n, Xoshiro256PlusPlus random) {
        int[] permutation = new int[n];
        for (int k = 1; k < n; k++) {
            int j = random.nextInt(k + 1);
            permutation[k] = permutation[j];
            permutation[j] = k;
        }
        return permutation;
    }

    @Property
    void subgamesKeepThePayoffs(@ForAll("games") RandomGames sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int[][] kept = new int[game.players()][];
        for (int i = 0; i < kept.length; i++) {
            List<Integer> own = new ArrayList<>();
            for (int a = 0; a < game.actions(i); a++) {
                if (random.nextBoolean()) {
                    own.add(a);
                }
            }
            kept[i] = own.isEmpty()
                    ? new int[] {game.actions(i) - 1}
                    : own.stream().mapToInt(a -> a).toArray();
        }
        Restriction restriction = Restriction.of(game.form(), kept);
        NormalFormGame small = game.restrictedTo(restriction);
        double[][] strategies = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            strategies[i] = RandomGames.distribution(kept[i].length, random);
        }
        MixedProfile profile = MixedProfile.of(strategies);
        MixedProfile lifted = restriction.lift(profile);
        for (int i = 0; i < kept.length; i++) {
            double[] vector = new double[kept[i].length];
            small.payoffVector(i, profile, vector);
            double[] all = new double[game.actions(i)];
            game.payoffVector(i, lifted, all);
            for (int a = 0; a < vector.length; a++) {
                int original = restriction.originalAction(i, a);
                assertThat(vector[a]).isCloseTo(all[original], within(1e-13 * Math.abs(game.maxPayoff(i)) + 1e-13));
                assertThat(small.form().actionName(i, a)).isEqualTo(game.form().actionName(i, original));
            }
        }
        JointDistribution product = JointDistribution.product(small.form(), profile);
        assertThat(restriction.lift(product)).isEqualTo(JointDistribution.product(game.form(), lifted));
        assertThat(RationalGame.exactly(game).restrictedTo(restriction)).isEqualTo(RationalGame.exactly(small));
    }

    @Property
    void exactPayoffsGoThereAndBack(@ForAll("games") RandomGames sample) {
        assertThat(RationalGame.exactly(sample.game()).toNormalForm()).isEqualTo(sample.game());
        for (int i = 0; i < sample.game().players(); i++) {
            double[] tensor = sample.game().payoffTensor(i);
            for (int index = 0; index < tensor.length; index++) {
                assertThat(tensor[sample.game().form().ownFastest(i, index)])
                        .isEqualTo(sample.game().payoffAt(i, index));
            }
        }
    }

    /** Against the decimal expansion of java.math with far more digits than a double has. */
    @Property
    void fractionsRoundToTheNearestDouble(@ForAll long p, @ForAll long q, @ForAll boolean huge) {
        if (q == 0) {
            return;
        }
        BigFraction fraction = new BigFraction(
                java.math.BigInteger.valueOf(p)
                        .multiply(java.math.BigInteger.valueOf(p).pow(huge ? 4 : 1)),
                java.math.BigInteger.valueOf(q).pow(huge ? 9 : 1));
        double expected = new java.math.BigDecimal(fraction.getNumerator())
                .divide(new java.math.BigDecimal(fraction.getDenominator()), new java.math.MathContext(400))
                .doubleValue();
        assertThat(Exactly.nearest(fraction)).isEqualTo(expected);
    }
}
