// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Objects;
import java.util.function.Function;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.noregret.experts.OptimisticHedge;
import org.hindsight.noregret.experts.RegretMatchingPlus;
import org.jspecify.annotations.Nullable;

/**
 * Approaches the value of a zero-sum game by letting two learners play it, until the duality gap is small enough.
 *
 * <p>A round is a few products of the matrix with a vector, so this is for games too large for {@link ZeroSumSolver} and gaps
 * that are not too small. Payoffs are rescaled to [0, 1]. The gaps of the averages and of the current strategies are measured
 * in rounds 1 to 20 and then whenever a twentieth more rounds have passed; the best pair measured is returned, certified in
 * the game as it was posed, even if the rounds ended before the target was met. Immutable and thread-safe.
 *
 * <pre>{@code
 * FirstOrderSolution near = FirstOrderSolver.alternatingRegretMatchingPlus().solve(game, 1e-4, 100_000);
 * }</pre>
 */
public final class FirstOrderSolver {
    /** The duality gap of the linear averages of regret matching plus, simultaneous or alternating. */
    public static final Bound<Size> REGRET_MATCHING_PLUS_GAP = Bound.<Size>stating(
                    "max_i (A y)_i - min_j (x^T A)_j <= 2 sqrt(T) (sqrt(m) + sqrt(n)) / (T + 1) times the payoff range")
            .derivedFrom(new Source("Tammelin, Burch, Johanson, Bowling", 2015, "Section 4", "IJCAI 2015"))
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(size -> 2
                    * Math.sqrt((double) size.rounds())
                    * (Math.sqrt(size.rows()) + Math.sqrt(size.columns()))
                    / (size.rounds() + 1.0));

    /** The duality gap of the averages of optimistic Hedge with learning rate 1. */
    public static final Bound<Size> OPTIMISTIC_HEDGE_GAP = Bound.<Size>stating(
                    "max_i (A y)_i - min_j (x^T A)_j <= (ln m + ln n + 1/2) / T times the payoff range")
            .derivedFrom(new Source("Syrgkanis, Agarwal, Luo, Schapire", 2015, "Section 3", "arXiv:1507.00407"))
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(size -> (StrictMath.log(size.rows()) + StrictMath.log(size.columns()) + 0.5) / size.rounds());

    private static final double HEDGE_RATE = 1;
    private static final int CHECKS_BY_ROUND = 20;

    private final String method;
    private final Function<ZeroSumGame, SaddlePlay> start;

    private FirstOrderSolver(String method, Function<ZeroSumGame, SaddlePlay> start) {
        this.method = method;
        this.start = start;
    }

    /**
     * Regret matching plus, both players moving at once, round t counting t times.
     *
     * @return the solver, with bound {@link #REGRET_MATCHING_PLUS_GAP}
     */
    public static FirstOrderSolver regretMatchingPlus() {
        return new FirstOrderSolver("regret matching plus", game -> regretMatching(game, false));
    }

    /**
     * Regret matching plus by turns, round t counting t times; usually the fastest.
     *
     * @return the solver, with bound {@link #REGRET_MATCHING_PLUS_GAP}
     */
    public static FirstOrderSolver alternatingRegretMatchingPlus() {
        return new FirstOrderSolver("alternating regret matching plus", game -> regretMatching(game, true));
    }

    private static SaddlePlay regretMatching(ZeroSumGame game, boolean byTurns) {
        return new LearnersPlay(
                UnitPayoffs.of(game),
                RegretMatchingPlus.of(game.rows()),
                RegretMatchingPlus.of(game.columns()),
                byTurns,
                LearnersPlay.Averaging.LINEAR);
    }

    /**
     * Optimistic Hedge with learning rate 1, both players moving at once.
     *
     * @return the solver, with bound {@link #OPTIMISTIC_HEDGE_GAP}
     */
    public static FirstOrderSolver optimisticHedge() {
        return new FirstOrderSolver(
                "optimistic Hedge",
                game -> new LearnersPlay(
                        UnitPayoffs.of(game),
                        OptimisticHedge.of(game.rows(), HEDGE_RATE),
                        OptimisticHedge.of(game.columns(), HEDGE_RATE),
                        false,
                        LearnersPlay.Averaging.UNIFORM));
    }

    /**
     * {@link Extragradient} with the largest step size.
     *
     * @return the solver, with bound {@link Extragradient#DUALITY_GAP}
     */
    public static FirstOrderSolver extragradient() {
        return new FirstOrderSolver("extragradient", game -> Extragradient.of(game, Extragradient.LARGEST_STEP));
    }

    /**
     * Plays until the gap is reached or the rounds end.
     *
     * @param game the game
     * @param targetGap the duality gap sought, relative to the payoff range, at least zero
     * @param maxRounds the most rounds to play, at least 1
     * @return the best pair of strategies measured, and whether it is as good as was asked
     */
    public FirstOrderSolution solve(ZeroSumGame game, double targetGap, long maxRounds) {
        Objects.requireNonNull(game, "game");
        Checks.nonNegative(targetGap, "targetGap");
        Checks.atLeast(maxRounds, 1L, "maxRounds");
        SaddlePlay play = start(game);
        Measurement best = new Measurement(game);
        long round = 0;
        long measured = 0;
        long nextCheck = 1;
        while (round < maxRounds) {
            play.round();
            round++;
            if (round == nextCheck || round == maxRounds) {
                nextCheck = round + Math.max(1, round / CHECKS_BY_ROUND);
                measured += 2;
                play.average(best.row, best.column);
                best.take(false);
                play.last(best.row, best.column);
                best.take(true);
                if (best.gap <= targetGap) {
                    break;
                }
            }
        }
        ZeroSumCertificate certificate = Objects.requireNonNull(best.certificate);
        return new FirstOrderSolution(
                certificate,
                certificate.gap() <= targetGap,
                best.lastIterate,
                round,
                round * play.productsPerRound() + 2 * measured,
                method,
                targetGap);
    }

    /** The players before the first round. */
    SaddlePlay start(ZeroSumGame game) {
        return start.apply(game);
    }

    /** The best pair so far. */
    private static final class Measurement {
        final double[] row;
        final double[] column;
        private final ZeroSumGame game;
        private final double[] rowScratch;
        private final double[] columnScratch;
        private double gap = Double.POSITIVE_INFINITY;
        private boolean lastIterate;
        private @Nullable ZeroSumCertificate certificate;

        Measurement(ZeroSumGame game) {
            this.game = game;
            row = new double[game.rows()];
            column = new double[game.columns()];
            rowScratch = new double[game.rows()];
            columnScratch = new double[game.columns()];
        }

        void take(boolean last) {
            double absolute = game.dualityGap(row, column, rowScratch, columnScratch);
            if (certificate == null || absolute < gap * game.payoffRange()) {
                ZeroSumCertificate next = ZeroSumCertificate.of(game, MixedStrategy.of(row), MixedStrategy.of(column));
                if (next.gap() < gap) {
                    certificate = next;
                    gap = next.gap();
                    lastIterate = last;
                }
            }
        }
    }

    /**
     * The size of a run: the parameter of the bounds.
     *
     * @param rows the row player's actions m
     * @param columns the column player's actions n
     * @param rounds T
     */
    public record Size(int rows, int columns, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param rows at least 1
         * @param columns at least 1
         * @param rounds at least 1
         */
        public Size {
            Checks.atLeast(rows, 1, "rows");
            Checks.atLeast(columns, 1, "columns");
            Checks.atLeast(rounds, 1L, "rounds");
        }
    }
}
