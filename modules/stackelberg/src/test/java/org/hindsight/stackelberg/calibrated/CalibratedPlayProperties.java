// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.calibration.forecasters.SimplexForecaster;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames.Matrices;
import org.hindsight.stackelberg.commitment.StrongCommitment;

/** What a leader gets against followers who forecast. */
class CalibratedPlayProperties {
    private static final int ROUNDS = 200;

    /** Forecasts the mean of the past outcomes, at first the even mixture. */
    static final class PastMean implements SimplexForecaster {
        private final double[] sum;
        private long rounds;

        PastMean(int m) {
            sum = new double[m];
        }

        @Override
        public int dimension() {
            return sum.length;
        }

        @Override
        public void forecast(double[] out) {
            for (int a = 0; a < sum.length; a++) {
                out[a] = rounds == 0 ? 1.0 / sum.length : sum[a] / rounds;
            }
        }

        @Override
        public void observe(double[] outcome) {
            for (int a = 0; a < sum.length; a++) {
                sum[a] += outcome[a];
            }
            rounds++;
        }

        @Override
        public void reset() {
            Arrays.fill(sum, 0);
            rounds = 0;
        }

        @Override
        public SimplexForecaster fork() {
            PastMean copy = new PastMean(sum.length);
            System.arraycopy(sum, 0, copy.sum, 0, sum.length);
            copy.rounds = rounds;
            return copy;
        }
    }

    /** Commits to corners or to random mixtures, in blocks of random lengths, or to the row that last round's response makes best. */
    static final class Erratic implements Leader {
        private final BimatrixStackelbergGame game;
        private final long seed;
        private final boolean greedy;
        private Xoshiro256PlusPlus random;
        private final double[] x;

        Erratic(BimatrixStackelbergGame game, long seed) {
            this.game = game;
            this.seed = seed;
            this.greedy = (seed & 1) == 0;
            this.x = new double[game.dimension()];
            reset();
        }

        @Override
        public int dimension() {
            return game.dimension();
        }

        @Override
        public int responses() {
            return game.responses();
        }

        @Override
        public void commitment(double[] out) {
            System.arraycopy(x, 0, out, 0, x.length);
        }

        @Override
        public void observe(int response) {
            if (greedy) {
                int best = 0;
                for (int row = 1; row < x.length; row++) {
                    best = game.leaderPayoffAt(row, response) > game.leaderPayoffAt(best, response) ? row : best;
                }
                Arrays.fill(x, 0);
                x[best] = 1;
            } else if (random.nextInt(20) == 0) {
                double sum = 0;
                for (int row = 0; row < x.length; row++) {
                    x[row] = random.nextBoolean() ? random.nextDouble() : 0;
                    sum += x[row];
                }
                for (int row = 0; row < x.length; row++) {
                    x[row] = sum > 0 ? x[row] / sum : 1.0 / x.length;
                }
            }
        }

        @Override
        public void reset() {
            random = Xoshiro256PlusPlus.seeded(seed);
            Arrays.fill(x, 0);
            x[0] = 1;
        }

        @Override
        public Leader fork() {
            throw new UnsupportedOperationException();
        }
    }

    @Provide
    Arbitrary<Matrices> games() {
        return RandomBimatrixGames.upTo(4);
    }

    private static ForecastingFollower follower(int kind, BimatrixStackelbergGame game) {
        return switch (kind) {
            case 0 -> CalibratedFollower.blackwell(game);
            case 1 -> CalibratedFollower.adaptive(game, ROUNDS);
            case 2 -> CalibratedFollower.covering(game, ROUNDS);
            default -> PointForecastFollower.of(game, new PastMean(game.dimension()));
        };
    }

    /** Plays, and asserts the certificate. */
    private static CalibrationCap play(
            Leader leader, ForecastingFollower follower, long rounds, long seed, PlayAccount account) {
        double value = StrongCommitment.solve(follower.game()).value();
        StackelbergPlay.run(leader, follower, rounds, Xoshiro256PlusPlus.seeded(seed), account);
        CalibrationCap cap = CalibrationCap.of(account, follower, value);
        double rounding = 1e-7 * cap.scale();
        assertThat(cap.average() - value).isLessThanOrEqualTo(CalibrationCap.AVERAGE.at(cap) + rounding);
        assertThat(cap.gap()).isLessThanOrEqualTo(1e-7);
        return cap;
    }

    @Property(tries = 150)
    void noLeaderExceedsTheCapInAnyRun(
            @ForAll("games") Matrices matrices, @ForAll @IntRange(max = 3) int kind, @ForAll long seed) {
        BimatrixStackelbergGame game = matrices.game();
        play(new Erratic(game, seed), follower(kind, game), ROUNDS, seed, PlayAccount.of(game));
    }

    @Property(tries = 60)
    void responsesAreBestResponsesToTheForecasts(
            @ForAll("games") Matrices matrices, @ForAll @IntRange(max = 3) int kind, @ForAll long seed) {
        BimatrixStackelbergGame game = matrices.game();
        ForecastingFollower follower = follower(kind, game);
        Leader leader = new Erratic(game, seed);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] q = new double[game.responses()];
        double[] p = new double[game.dimension()];
        double[] x = new double[game.dimension()];
        double[][] missed = new double[game.responses()][game.dimension()];
        int[] tied = new int[game.responses()];
        BestResponse best = BestResponse.in(game).withTolerance(1e-6);
        for (int t = 0; t < 50; t++) {
            follower.distribution(q);
            assertThat(Arrays.stream(q).sum()).isCloseTo(1, within(1e-12));
            int response = -1;
            double left = random.nextDouble();
            for (int j = 0; j < q.length; j++) {
                if (q[j] > 1e-4) {
                    follower.forecast(j, p);
                    int count = best.tied(game.checkCommitment(p), tied);
                    assertThat(Arrays.stream(tied, 0, count).boxed()).contains(j);
                }
                if (q[j] > 0 && (response < 0 || left > 0)) {
                    response = j;
                    left -= q[j];
                }
            }
            follower.forecast(response, p);
            leader.commitment(x);
            follower.observe(x, response);
            leader.observe(response);
            for (int a = 0; a < x.length; a++) {
                missed[response][a] += x[a] - p[a];
                assertThat(follower.deviation(response, a)).isCloseTo(missed[response][a], within(1e-12));
            }
        }
    }

    @Property(tries = 20)
    void forksGoTheirOwnWayAndResetBeginsAnew(
            @ForAll("games") Matrices matrices, @ForAll @IntRange(max = 3) int kind, @ForAll long seed) {
        BimatrixStackelbergGame game = matrices.game();
        ForecastingFollower follower = follower(kind, game);
        PlayAccount account = PlayAccount.of(game);
        double first =
                play(new Erratic(game, seed), follower, 60, seed, account).average();
        ForecastingFollower fork = follower.fork();
        double[] q = new double[game.responses()];
        double[] r = new double[game.responses()];
        follower.distribution(q);
        fork.distribution(r);
        assertThat(r).isEqualTo(q);
        double before = follower.deviation(0, 0);
        assertThat(play(new Erratic(game, seed), fork, 60, seed, account).average())
                .isEqualTo(first);
        assertThat(follower.deviation(0, 0)).isEqualTo(before);
        follower.distribution(r);
        assertThat(r).isEqualTo(q);
    }

    @Example
    void aForecasterWhoIsAlwaysWrongAllowsMoreThanTheValue() {
        // The follower believes in the even mixture for ever and ties go to the second column; the first row is then
        // paid 4.
        BimatrixStackelbergGame game =
                BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        SimplexForecaster stubborn = new SimplexForecaster() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public void forecast(double[] out) {
                out[0] = 0.25;
                out[1] = 0.75;
            }

            @Override
            public void observe(double[] outcome) {}

            @Override
            public void reset() {}

            @Override
            public SimplexForecaster fork() {
                return this;
            }
        };
        Leader first = new Leader() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public int responses() {
                return 2;
            }

            @Override
            public void commitment(double[] out) {
                out[0] = 1;
                out[1] = 0;
            }

            @Override
            public void observe(int response) {}

            @Override
            public void reset() {}

            @Override
            public Leader fork() {
                return this;
            }
        };
        CalibrationCap cap = play(first, PointForecastFollower.of(game, stubborn), 10, 1, PlayAccount.of(game));
        assertThat(cap.average()).isEqualTo(4);
        assertThat(cap.value()).isCloseTo(3.5, within(1e-12));
        // range 1, |S|_1 = 10 (0.75 + 0.75), half of that a round.
        assertThat(cap.excess()).isCloseTo(0.75, within(1e-12));
        assertThat(new CalibrationCap(4.5, 3.5, 0.75, 2).gap()).isCloseTo(0.125, within(1e-12));
        assertThat(cap.claim()).contains("4.0");
    }
}
