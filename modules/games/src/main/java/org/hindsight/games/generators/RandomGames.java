// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.catalogue.ManyPlayerGames;

/**
 * Families of random games, most of them known from GAMUT (Nudelman, Wortman, Shoham, Leyton-Brown 2004, "Run the
 * GAMUT").
 *
 * <p>Payoffs of N-player games are drawn profile by profile in the order of {@link GameForm#profileIndex} and, at a profile,
 * player by player; matrices are drawn row by row.
 */
public final class RandomGames {
    private RandomGames() {}

    /**
     * Draws independent payoffs, uniform on [0, 1).
     *
     * @param form the players and their actions
     * @param random the source of randomness
     * @return the game
     */
    public static NormalFormGame uniform(GameForm form, RandomGenerator random) {
        return byProfile(form, payoffs -> fill(payoffs, random));
    }

    /**
     * Draws independent integers, with ties wherever the range is small.
     *
     * @param form the players and their actions
     * @param least the least payoff
     * @param largest the largest payoff, at least the least
     * @param random the source of randomness
     * @return the game
     */
    public static NormalFormGame integers(GameForm form, int least, int largest, RandomGenerator random) {
        Checks.atLeast(largest, least, "largest");
        long bound = (long) largest - least + 1;
        return byProfile(form, payoffs -> {
            for (int i = 0; i < payoffs.length; i++) {
                payoffs[i] = least + random.nextLong(bound);
            }
        });
    }

    /**
     * Draws payoffs from {-1, 0, 1}: most such games are degenerate.
     *
     * @param form the players and their actions
     * @param random the source of randomness
     * @return the game
     */
    public static NormalFormGame degenerate(GameForm form, RandomGenerator random) {
        return integers(form, -1, 1, random);
    }

    /**
     * Draws standard normal payoffs, at each profile with the same correlation between any two players.
     *
     * @param form the players and their actions
     * @param correlation in [-1/(N-1), 1]; for two players -1 gives zero-sum and 1 common-interest games
     * @param random the source of randomness
     * @return the game
     */
    public static NormalFormGame covariant(GameForm form, double correlation, RandomGenerator random) {
        int players = form.players();
        double least = players == 1 ? -1 : -1.0 / (players - 1);
        if (!(correlation >= least && correlation <= 1)) {
            throw new IllegalArgumentException(
                    "correlation must lie in [" + least + ", 1] for " + players + " players, was " + correlation);
        }
        // z_i + common shift of the sum: variance own^2 + 2 own shared + N shared^2 = 1, covariance the same less
        // own^2.
        double own = Math.sqrt(1 - correlation);
        double shared = (Math.sqrt(Math.max(0, 1 + (players - 1) * correlation)) - own) / players;
        return byProfile(form, payoffs -> {
            double sum = 0;
            for (int i = 0; i < players; i++) {
                payoffs[i] = random.nextGaussian();
                sum += payoffs[i];
            }
            for (int i = 0; i < players; i++) {
                payoffs[i] = players == 1 ? payoffs[i] : own * payoffs[i] + shared * sum;
            }
        });
    }

    /**
     * Draws a matrix game with independent entries, uniform on [-1, 1).
     *
     * @param rows the actions of the player who maximises, at least 1
     * @param columns the actions of the player who minimises, at least 1
     * @param random the source of randomness; entry is {@code 2 nextDouble() - 1}, row by row
     * @return the game
     */
    public static ZeroSumGame zeroSum(int rows, int columns, RandomGenerator random) {
        double[] payoffs = new double[GameForm.of(rows, columns).profiles()];
        for (int k = 0; k < payoffs.length; k++) {
            payoffs[k] = 2 * random.nextDouble() - 1;
        }
        return ZeroSumGame.of(rows, columns, payoffs);
    }

    /**
     * Draws a skew-symmetric matrix game of 1 and -1: a uniformly random tournament.
     *
     * <p>Such a game has value 0 and exactly one equilibrium, whose support has odd size (Fisher, Ryan 1992, "Optimal
     * strategies for a generalized scissors, paper, and stone game"; Laffond, Laslier, Le Breton 1993, "The bipartisan
     * set of a tournament game").
     *
     * @param actions at least 1
     * @param random the source of randomness
     * @return the game
     */
    public static ZeroSumGame tournament(int actions, RandomGenerator random) {
        double[][] payoffs = new double[Checks.atLeast(actions, 1, "actions")][actions];
        for (int a = 0; a < actions; a++) {
            for (int b = a + 1; b < actions; b++) {
                payoffs[a][b] = random.nextBoolean() ? 1 : -1;
                payoffs[b][a] = -payoffs[a][b];
            }
        }
        return ZeroSumGame.of(payoffs);
    }

    /**
     * Draws a game in which all players are always paid the same, uniform on [0, 1).
     *
     * @param form the players and their actions
     * @param random the source of randomness
     * @return the game
     */
    public static NormalFormGame commonInterest(GameForm form, RandomGenerator random) {
        return byProfile(form, payoffs -> Arrays.fill(payoffs, random.nextDouble()));
    }

    /**
     * Draws an exact potential game: a common uniform potential plus, for each player, a uniform term that does not depend on
     * the player's own action (Monderer, Shapley 1996, "Potential games", doi:10.1006/game.1996.0044).
     *
     * @param form the players and their actions
     * @param random the source of randomness; the potential is drawn first
     * @return the game; payoffs and their differences carry the rounding of one addition
     */
    public static NormalFormGame potential(GameForm form, RandomGenerator random) {
        double[] potential = new double[form.profiles()];
        fill(potential, random);
        double[][] payoffs = new double[form.players()][form.profiles()];
        for (int i = 0; i < form.players(); i++) {
            int stride = form.stride(i);
            for (int index = 0; index < form.profiles(); index++) {
                if (form.action(index, i) == 0) {
                    double others = random.nextDouble();
                    for (int a = 0; a < form.actions(i); a++) {
                        payoffs[i][index + a * stride] = potential[index + a * stride] + others;
                    }
                }
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    /**
     * Draws a singleton congestion game: each player chooses one resource and bears its delay, which grows with the number of
     * players on it by increments uniform on [0, 1) (Rosenthal 1973, doi:10.1007/BF01737559).
     *
     * @param players at least 1
     * @param resources at least 1
     * @param random the source of randomness
     * @return the game, in which payoffs are negative delays
     */
    public static NormalFormGame congestion(int players, int resources, RandomGenerator random) {
        double[][] delays =
                new double[Checks.atLeast(resources, 1, "resources")][Checks.atLeast(players, 1, "players")];
        for (double[] delay : delays) {
            double sum = 0;
            for (int load = 0; load < players; load++) {
                sum += random.nextDouble();
                delay[load] = sum;
            }
        }
        return ManyPlayerGames.congestion(players, delays);
    }

    /**
     * Draws a game that iterated elimination of strictly dominated actions reduces to one profile.
     *
     * <p>All actions but one of each player are put in a random order. Payoffs are uniform on [0, 1), rearranged among a
     * player's actions wherever none of the opponents' actions comes before one of them in that order, so that the action is
     * strictly dominated once all before it are gone.
     *
     * @param form the players and their actions
     * @param random the source of randomness
     * @return the game, whose only equilibrium, even correlated, is the profile that is left
     */
    public static NormalFormGame dominanceSolvable(GameForm form, RandomGenerator random) {
        int[][] times = eliminationTimes(form, random);
        double[][] payoffs = new double[form.players()][form.profiles()];
        for (int i = 0; i < form.players(); i++) {
            int stride = form.stride(i);
            int n = form.actions(i);
            int[] own = times[i];
            Integer[] byTime = new Integer[n];
            Arrays.setAll(byTime, a -> a);
            Arrays.sort(byTime, Comparator.comparingInt(a -> own[a]));
            for (int index = 0; index < form.profiles(); index++) {
                if (form.action(index, i) != 0) {
                    continue;
                }
                int first = Integer.MAX_VALUE;
                for (int k = 0; k < form.players(); k++) {
                    if (k != i) {
                        first = Math.min(first, times[k][form.action(index, k)]);
                    }
                }
                double[] values = distinct(n, random);
                arrange(values, byTime, own, first);
                for (int a = 0; a < n; a++) {
                    payoffs[i][index + a * stride] = values[a];
                }
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    /** When each action is eliminated; the one that survives has the largest integer. */
    private static int[][] eliminationTimes(GameForm form, RandomGenerator random) {
        int[][] times = new int[form.players()][];
        int total = 0;
        for (int i = 0; i < times.length; i++) {
            times[i] = new int[form.actions(i)];
            Arrays.fill(times[i], -1);
            times[i][random.nextInt(times[i].length)] = Integer.MAX_VALUE;
            total += times[i].length - 1;
        }
        int[] order = new int[total];
        for (int k = 0; k < total; k++) {
            int j = random.nextInt(k + 1);
            order[k] = order[j];
            order[j] = k;
        }
        int next = 0;
        for (int[] own : times) {
            for (int a = 0; a < own.length; a++) {
                if (own[a] < 0) {
                    own[a] = order[next++];
                }
            }
        }
        return times;
    }

    /** Lets the survivor have the largest of the values of the actions that go before {@code first} and of its own. */
    private static void arrange(double[] values, Integer[] byTime, int[] times, int first) {
        int survivor = byTime[byTime.length - 1];
        for (int a = 0; a < values.length; a++) {
            if (times[a] < first && values[a] > values[survivor]) {
                double larger = values[a];
                values[a] = values[survivor];
                values[survivor] = larger;
            }
        }
    }

    private static double[] distinct(int n, RandomGenerator random) {
        double[] values = new double[n];
        do {
            fill(values, random);
        } while (Arrays.stream(values).distinct().count() < n);
        return values;
    }

    /**
     * Draws a graphical polymatrix game: some pairs of players meet in a bimatrix game with uniform payoffs on [0, 1), in which
     * both use the one action they chose, and each is paid the sum (Yanovskaya 1968).
     *
     * @param form the players and their actions
     * @param density the probability that a pair meets, in [0, 1]
     * @param random the source of randomness
     * @return the game
     */
    public static NormalFormGame polymatrix(GameForm form, double density, RandomGenerator random) {
        Checks.inUnitInterval(density, "density");
        int players = form.players();
        double[][][] pairs = new double[players][players][0];
        for (int i = 0; i < players; i++) {
            for (int k = i + 1; k < players; k++) {
                if (random.nextDouble() < density) {
                    pairs[i][k] = new double[form.actions(i) * form.actions(k)];
                    pairs[k][i] = new double[form.actions(i) * form.actions(k)];
                    fill(pairs[i][k], random);
                    fill(pairs[k][i], random);
                }
            }
        }
        return NormalFormGame.of(form, (i, profile) -> {
            double sum = 0;
            for (int k = 0; k < players; k++) {
                if (pairs[i][k].length > 0) {
                    sum += pairs[i][k][profile[i] * form.actions(k) + profile[k]];
                }
            }
            return sum;
        });
    }

    /**
     * Draws a unit-vector game: each column of the row player's matrix has a single 1 in a random row, and the column player's
     * payoffs are uniform on [0, 1) (Savani, von Stengel 2016, "Unit vector games", arXiv:1501.02243).
     *
     * @param rows at least 1
     * @param columns at least 1
     * @param random the source of randomness
     * @return the game
     */
    public static BimatrixGame unitVector(int rows, int columns, RandomGenerator random) {
        double[] rowPayoffs = new double[GameForm.of(rows, columns).profiles()];
        for (int j = 0; j < columns; j++) {
            rowPayoffs[random.nextInt(rows) * columns + j] = 1;
        }
        double[] columnPayoffs = new double[rowPayoffs.length];
        fill(columnPayoffs, random);
        return BimatrixGame.of(rows, columns, rowPayoffs, columnPayoffs);
    }

    /**
     * Draws a preference matrix: P[a][b] is the probability that a is preferred to b, uniform on [0, 1) above the diagonal.
     *
     * @param alternatives at least 1
     * @param random the source of randomness
     * @return a new matrix with P[a][b] + P[b][a] = 1, exactly, and 1/2 on the diagonal
     */
    public static double[][] preferences(int alternatives, RandomGenerator random) {
        double[][] preferences = new double[Checks.atLeast(alternatives, 1, "alternatives")][alternatives];
        for (int a = 0; a < alternatives; a++) {
            preferences[a][a] = 0.5;
            for (int b = a + 1; b < alternatives; b++) {
                // A multiple of 2^-53, so that the complement is exact.
                preferences[a][b] = (random.nextLong() >>> 11) * 0x1p-53;
                preferences[b][a] = 1 - preferences[a][b];
            }
        }
        return preferences;
    }

    private interface Draw {
        void into(double[] payoffs);
    }

    private static NormalFormGame byProfile(GameForm form, Draw draw) {
        double[][] payoffs = new double[form.players()][form.profiles()];
        double[] drawn = new double[form.players()];
        for (int index = 0; index < form.profiles(); index++) {
            draw.into(drawn);
            for (int i = 0; i < drawn.length; i++) {
                payoffs[i][index] = drawn[i];
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    private static void fill(double[] values, RandomGenerator random) {
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextDouble();
        }
    }
}
