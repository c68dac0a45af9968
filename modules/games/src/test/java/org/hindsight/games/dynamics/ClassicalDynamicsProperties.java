// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;

class ClassicalDynamicsProperties {
    /** The sum of relative entropies does not change; without renormalising it would drift by 1e-6. */
    @Property(tries = 20)
    void replicatorDynamicsKeepTheirDistance(@ForAll long seed) {
        InteriorGames sample = InteriorGames.of(seed);
        MixedProfile start = start(sample.game(), seed);
        Replicator dynamics = Replicator.from(sample.game(), start);
        double distance = EquilibriumDivergence.of(sample.equilibrium(), start);
        for (int k = 0; k < 10; k++) {
            dynamics.advance(1000, 0.01);
            assertThat(EquilibriumDivergence.of(sample.equilibrium(), dynamics.profile()))
                    .isCloseTo(distance, within(1e-9));
        }
        assertThat(dynamics.time()).isCloseTo(100, within(1e-9));
    }

    private static MixedProfile start(NormalFormGame game, long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed + 1);
        double[][] strategies = new double[game.players()][];
        for (int i = 0; i < strategies.length; i++) {
            strategies[i] = new double[game.actions(i)];
            double sum = 0;
            for (int a = 0; a < strategies[i].length; a++) {
                strategies[i][a] = 0.2 + random.nextDouble();
                sum += strategies[i][a];
            }
            for (int a = 0; a < strategies[i].length; a++) {
                strategies[i][a] /= sum;
            }
        }
        return MixedProfile.of(strategies);
    }

    /** Alone, the log odds of two actions grow by the difference of their payoffs, whatever the offset. */
    @Property(tries = 50)
    void aloneTheOddsGrowByThePayoffs(@ForAll long seed, @ForAll boolean offset) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double base = offset ? 1e9 : 0;
        double[] payoffs = {base + random.nextInt(3), base + random.nextInt(3) / 2.0, base + random.nextInt(3) / 4.0};
        NormalFormGame game = NormalFormGame.of(GameForm.of(3), new double[][] {payoffs});
        Replicator dynamics = Replicator.from(game, MixedProfile.of(new double[] {0.2, 0.3, 0.5}));
        dynamics.advance(200, 0.01);
        for (int a = 1; a < 3; a++) {
            double odds = Math.log(dynamics.share(0, 0) / dynamics.share(0, a));
            assertThat(odds)
                    .isCloseTo(Math.log(0.2 / (a == 1 ? 0.3 : 0.5)) + 2 * (payoffs[0] - payoffs[a]), within(1e-7));
        }
    }

    @Provide
    Arbitrary<int[]> shapes() {
        return Arbitraries.integers()
                .between(1, 4)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Payoffs are a common potential plus what the others alone decide; every move raises the potential. */
    @Property
    void bestResponsesClimbThePotential(@ForAll("shapes") int[] shape, @ForAll long seed) {
        GameForm form = GameForm.of(shape);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int[] potential = new int[form.profiles()];
        for (int index = 0; index < potential.length; index++) {
            potential[index] = random.nextInt(10);
        }
        NormalFormGame game = NormalFormGame.of(form, (player, a) -> {
            int others = 0;
            for (int k = 0; k < a.length; k++) {
                others = 31 * others + (k == player ? 0 : a[k]);
            }
            return potential[form.profileIndex(a)] + others % 5;
        });
        int[] start = new int[shape.length];
        form.profile(random.nextInt(form.profiles()), start);
        BestResponsePath path = BestResponsePath.from(game, form.profiles(), start);
        assertThat(path.inEquilibrium()).isTrue();
        assertThat(path.moves()).isLessThan(Math.min(10, form.profiles()));
        for (int k = 1; k <= path.moves(); k++) {
            assertThat(potential[path.profiles().get(k)])
                    .isGreaterThan(potential[path.profiles().get(k - 1)]);
        }
        int[] end = new int[shape.length];
        form.profile(path.last(), end);
        assertThat(game.nashGap(MixedProfile.pure(form, end))).isZero();
    }

    /** A move changes one player's action to a best reply; the path stops only where no player can gain. */
    @Property
    void pathsStopExactlyInEquilibrium(@ForAll("shapes") int[] shape, @ForAll long seed) {
        GameForm form = GameForm.of(shape);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = NormalFormGame.of(form, (player, a) -> random.nextInt(4));
        BestResponsePath path = BestResponsePath.from(game, 30, new int[shape.length]);
        int[] end = new int[shape.length];
        form.profile(path.last(), end);
        if (path.inEquilibrium()) {
            assertThat(game.nashGap(MixedProfile.pure(form, end))).isZero();
        } else {
            assertThat(path.moves()).isEqualTo(30);
            assertThat(game.nashGap(MixedProfile.pure(form, end))).isPositive();
        }
    }

    /** Frequencies are those of the recorded actions, each a best reply to the frequencies before. */
    @Property(tries = 60)
    void fictitiousPlayersAnswerTheFrequencies(@ForAll("shapes") int[] shape, @ForAll long seed) {
        GameForm form = GameForm.of(shape);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = NormalFormGame.of(form, (player, a) -> random.nextInt(3));
        FictitiousPlay play = FictitiousPlay.of(game);
        play.round();
        double[][] counts = new double[shape.length][];
        for (int i = 0; i < shape.length; i++) {
            counts[i] = new double[shape[i]];
            assertThat(play.lastAction(i)).isZero();
            counts[i][0]++;
        }
        for (int t = 2; t <= 40; t++) {
            MixedProfile before = play.frequencies();
            play.round();
            for (int i = 0; i < shape.length; i++) {
                int[] replies = game.bestResponses(i, before, 1e-12);
                assertThat(play.lastAction(i)).isEqualTo(replies[0]);
                counts[i][play.lastAction(i)]++;
                for (int a = 0; a < shape[i]; a++) {
                    assertThat(play.frequencies().strategy(i).probability(a))
                            .isCloseTo(counts[i][a] / t, within(1e-15));
                }
            }
        }
    }
}
