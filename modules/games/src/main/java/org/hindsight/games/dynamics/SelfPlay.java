// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.noregret.regret.ExternalRegret;
import org.hindsight.noregret.regret.RegretLedger;
import org.hindsight.noregret.regret.SwapRegret;
import org.jspecify.annotations.Nullable;

/**
 * Learners playing a game against each other, one for each player, all moving at once.
 *
 * <p>In each round every player plays her learner's distribution and then sees what each action would have earned against
 * the others' distributions. Learners take losses: each player's payoffs u are rescaled to {@code (u - min) / (max - min)},
 * and the loss is one minus that; a player whose payoffs are all equal always loses zero. <em>All regrets and gaps here are in
 * these units, that is relative to the payoff range.</em>
 *
 * <p>The regrets say how far the play is from equilibrium, exactly: with z the average over rounds of the product of the
 * strategies, {@code cceGap(z) = max_i ExternalRegret_i / T} and {@code ceGap(z) = max_i SwapRegret_i / T}; in a zero-sum game
 * the duality gap of the average strategies is the sum of the external regrets divided by T. A round costs one payoff vector
 * a player and the learners' own work, and allocates nothing. Swap regrets cost the square of a player's actions more in time
 * and memory, the joint distribution the number of profiles; both are kept on demand. Mutable, not thread-safe. Proof note:
 * {@code proofs-notes/self-play.md}.
 *
 * <pre>{@code
 * SelfPlay play = SelfPlay.of(game, Hedge.tunedFor(3, 10_000), RegretMatchingPlus.of(3));
 * List<PlayMeasurement> path = play.run(10_000, RoundSpacing.logarithmic(10));
 * }</pre>
 */
public final class SelfPlay {
    private static final Source SYRGKANIS =
            new Source("Syrgkanis, Agarwal, Luo, Schapire", 2015, "Section 3", "arXiv:1507.00407");
    private static final Source FOLKLORE =
            new Source("Cesa-Bianchi, Lugosi", 2006, "Section 7.4", "doi:10.1017/CBO9780511546921");

    /** The sum of both players' external regrets when optimistic Hedge plays itself in a zero-sum game. */
    public static final Bound<OptimisticPair> OPTIMISTIC_HEDGE_SUM_OF_REGRETS = Bound.<OptimisticPair>stating(
                    "Reg_0 + Reg_1 <= (ln m + ln n) / eta + eta / 2 after any number of rounds,"
                            + " for payoffs rescaled to [0, 1] and eta <= 1")
            .derivedFrom(SYRGKANIS)
            .assuming("The game is zero-sum; both players use OptimisticHedge with learning rate eta.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(SelfPlay::optimisticBound);

    /** The coarse correlated gap of the play of Hedge. The parameter is the run of a player with the most actions. */
    public static final Bound<Hedge.Run> HEDGE_COARSE_GAP = Bound.<Hedge.Run>stating(
                    "cceGap <= ln n / (eta T) + eta / 8 times the payoff range, where n is the largest number of actions")
            .derivedFrom(FOLKLORE)
            .assuming("All players use Hedge with learning rate eta on payoffs rescaled to [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> perRound(Hedge.REGRET.at(run), run.horizon()));

    /** The coarse correlated gap of the play of regret matching, or of regret matching plus. */
    public static final Bound<RegretMatching.Run> REGRET_MATCHING_COARSE_GAP = Bound.<RegretMatching.Run>stating(
                    "cceGap <= sqrt(n / T) times the payoff range, where n is the largest number of actions")
            .derivedFrom(new Source("Hart, Mas-Colell", 2000, "Section 4", "doi:10.1111/1468-0262.00153"))
            .assuming("All players use RegretMatching or RegretMatchingPlus on payoffs rescaled to [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> perRound(RegretMatching.REGRET.at(run), run.rounds()));

    /** The correlated gap of the play of Blum and Mansour's learner over Hedge. */
    public static final Bound<Hedge.Run> BLUM_MANSOUR_CORRELATED_GAP = Bound.<Hedge.Run>stating(
                    "ceGap <= n ln n / (eta T) + eta / 8 times the payoff range, where n is the largest number of actions")
            .derivedFrom(new Source("Blum, Mansour", 2007, "Section 3", "JMLR 8:1307-1324"))
            .assuming("All players use BlumMansour over Hedge with learning rate eta on payoffs rescaled to [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> perRound(BlumMansour.SWAP_REGRET.at(run), run.horizon()));

    private final NormalFormGame game;
    private final FullInformationLearner[] learners;
    private final double[][] strategies;
    private final double[][] payoffs;
    private final double[][] sums;
    private final double[][] regrets;
    private final double[][] averages;
    private final double[] scratch;
    private RegretLedger @Nullable [] ledgers;
    private double @Nullable [] joint;
    private long rounds;

    private SelfPlay(NormalFormGame rescaled, FullInformationLearner[] learners) {
        this.game = rescaled;
        this.learners = learners;
        int players = game.players();
        strategies = new double[players][];
        payoffs = new double[players][];
        sums = new double[players][];
        regrets = new double[players][];
        averages = new double[players][];
        scratch = new double[game.form().maxActions()];
        for (int i = 0; i < players; i++) {
            int n = game.actions(i);
            strategies[i] = new double[n];
            payoffs[i] = new double[n];
            sums[i] = new double[n];
            regrets[i] = new double[n];
            averages[i] = new double[n];
        }
    }

    /**
     * Seats learners at a game.
     *
     * @param game the game; a rescaled copy is made
     * @param learners one a player, over her actions, accepting losses in [0, 1]; forked, so that the given ones do not
     *     change
     * @return the play before its first round
     * @throws IllegalArgumentException if there are too many or too few learners, or one has another number of actions
     */
    public static SelfPlay of(NormalFormGame game, FullInformationLearner... learners) {
        Objects.requireNonNull(game, "game");
        Checks.length(learners.length, game.players(), "learners");
        FullInformationLearner[] own = new FullInformationLearner[learners.length];
        for (int i = 0; i < own.length; i++) {
            if (learners[i].actions() != game.actions(i)) {
                throw new IllegalArgumentException(
                        "learners[" + i + "] must have " + game.actions(i) + " actions, had " + learners[i].actions());
            }
            own[i] = learners[i].fork();
        }
        return new SelfPlay(rescaled(game), own);
    }

    /**
     * Seats the same kind of learner at every player's place.
     *
     * @param game the game; a rescaled copy is made
     * @param learner makes a learner for a number of actions, for example {@code RegretMatchingPlus::of}
     * @return the play before its first round
     */
    public static SelfPlay among(NormalFormGame game, IntFunction<? extends FullInformationLearner> learner) {
        FullInformationLearner[] learners = new FullInformationLearner[game.players()];
        for (int i = 0; i < learners.length; i++) {
            learners[i] = learner.apply(game.actions(i));
        }
        return of(game, learners);
    }

    private static NormalFormGame rescaled(NormalFormGame game) {
        double[][] unit = new double[game.players()][game.form().profiles()];
        for (int i = 0; i < unit.length; i++) {
            double least = game.minPayoff(i);
            double range = game.payoffRange(i);
            for (int index = 0; index < unit[i].length; index++) {
                // A player who cannot gain anything loses nothing.
                unit[i][index] = range == 0 ? 1 : (game.payoffAt(i, index) - least) / range;
            }
        }
        return NormalFormGame.of(game.form(), unit);
    }

    /**
     * Keeps the account from which swap and internal regrets follow.
     *
     * @return this play
     * @throws IllegalStateException after the first round
     */
    public SelfPlay keepingSwapRegrets() {
        requireUnplayed();
        RegretLedger[] opened = new RegretLedger[learners.length];
        for (int i = 0; i < opened.length; i++) {
            opened[i] = RegretLedger.forActions(game.actions(i));
        }
        ledgers = opened;
        return this;
    }

    /**
     * Keeps the empirical joint distribution.
     *
     * @return this play
     * @throws IllegalStateException after the first round
     */
    public SelfPlay keepingJointPlay() {
        requireUnplayed();
        joint = new double[game.form().profiles()];
        return this;
    }

    private void requireUnplayed() {
        if (rounds > 0) {
            throw new IllegalStateException("what is kept must be said before the first round, was after " + rounds);
        }
    }

    /** Plays one round. */
    public void round() {
        for (int i = 0; i < learners.length; i++) {
            learners[i].distribution(strategies[i]);
        }
        for (int i = 0; i < learners.length; i++) {
            game.payoffVector(i, strategies, payoffs[i]);
        }
        if (joint != null) {
            JointDistribution.addProduct(game.form(), strategies, 1, joint);
        }
        for (int i = 0; i < learners.length; i++) {
            double[] x = strategies[i];
            double[] loss = payoffs[i];
            double expected = 0;
            for (int a = 0; a < x.length; a++) {
                // Rounding may leave the interval.
                loss[a] = Math.min(1, Math.max(0, 1 - loss[a]));
                expected += x[a] * loss[a];
            }
            for (int a = 0; a < x.length; a++) {
                sums[i][a] += x[a];
                regrets[i][a] += expected - loss[a];
            }
            if (ledgers != null) {
                ledgers[i].record(x, loss);
            }
            learners[i].observe(loss);
        }
        rounds++;
    }

    /**
     * Plays rounds without measuring.
     *
     * @param more how many, at least 0
     */
    public void advance(long more) {
        Checks.atLeast(more, 0L, "more");
        for (long t = 0; t < more; t++) {
            round();
        }
    }

    /**
     * Plays rounds and measures some of them, the last in any case.
     *
     * @param more how many rounds, at least 1
     * @param spacing which rounds, counted from the first of the play, to measure
     * @return one measurement a round that was measured
     */
    public List<PlayMeasurement> run(long more, RoundSpacing spacing) {
        Checks.atLeast(more, 1L, "more");
        Objects.requireNonNull(spacing, "spacing");
        List<PlayMeasurement> path = new ArrayList<>();
        long end = Math.addExact(rounds, more);
        long next = 1;
        while (next <= rounds) {
            next = spacing.after(next);
        }
        while (rounds < end) {
            round();
            if (rounds == next || rounds == end) {
                path.add(measure());
                next = spacing.after(rounds);
            }
        }
        return path;
    }

    /**
     * Measures the play so far.
     *
     * @return the gaps after this round
     * @throws IllegalStateException before the first round
     */
    public PlayMeasurement measure() {
        writeAverages();
        double coarse = 0;
        double correlated = 0;
        for (int i = 0; i < learners.length; i++) {
            coarse = Math.max(coarse, externalRegret(i) / rounds);
            if (ledgers != null) {
                correlated = Math.max(correlated, SwapRegret.of(ledgers[i]).value() / rounds);
            }
        }
        return new PlayMeasurement(
                rounds,
                game.nashGap(averages, scratch),
                game.nashConv(averages, scratch),
                game.nashGap(strategies, scratch),
                game.nashConv(strategies, scratch),
                coarse,
                ledgers == null ? OptionalDouble.empty() : OptionalDouble.of(correlated));
    }

    private void writeAverages() {
        requirePlayed();
        for (int i = 0; i < averages.length; i++) {
            for (int a = 0; a < averages[i].length; a++) {
                averages[i][a] = sums[i][a] / rounds;
            }
        }
    }

    private void requirePlayed() {
        if (rounds == 0) {
            throw new IllegalStateException("nothing has been played before the first round");
        }
    }

    /**
     * Returns the number of rounds T played.
     *
     * @return at least 0
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns the average of each player's strategies over the rounds.
     *
     * @return a new profile
     * @throws IllegalStateException before the first round
     */
    public MixedProfile averageProfile() {
        writeAverages();
        return MixedProfile.of(averages);
    }

    /**
     * Returns the strategies of the last round.
     *
     * @return a new profile
     * @throws IllegalStateException before the first round
     */
    public MixedProfile lastProfile() {
        requirePlayed();
        return MixedProfile.of(strategies);
    }

    /**
     * Returns the average over the rounds of the product of the players' strategies.
     *
     * @return the empirical joint distribution
     * @throws IllegalStateException before the first round, or if it is not {@linkplain #keepingJointPlay kept}
     */
    public JointDistribution jointPlay() {
        requirePlayed();
        if (joint == null) {
            throw new IllegalStateException("the joint distribution is not kept");
        }
        double[] average = joint.clone();
        for (int index = 0; index < average.length; index++) {
            average[index] /= rounds;
        }
        return JointDistribution.of(game.form(), average);
    }

    /**
     * Returns what a player would have gained by playing the best action throughout.
     *
     * @param player in 0 .. players - 1
     * @return a sum over rounds, in units of the payoff range; negative if she beat every action
     */
    public double externalRegret(int player) {
        double best = Double.NEGATIVE_INFINITY;
        for (double regret : regrets[Checks.index(player, regrets.length, "player")]) {
            best = Math.max(best, regret);
        }
        return best;
    }

    /**
     * Returns the account of a player's regrets, from which external, internal and swap regret follow.
     *
     * @param player in 0 .. players - 1
     * @return the account, which further rounds change
     * @throws IllegalStateException if it is not {@linkplain #keepingSwapRegrets kept}
     * @see ExternalRegret#of(RegretLedger)
     * @see SwapRegret#of(RegretLedger)
     */
    public RegretLedger ledger(int player) {
        if (ledgers == null) {
            throw new IllegalStateException("swap regrets are not kept");
        }
        return ledgers[Checks.index(player, ledgers.length, "player")];
    }

    private static double perRound(double regret, long rounds) {
        return rounds == 0 ? Double.POSITIVE_INFINITY : regret / rounds;
    }

    private static double optimisticBound(OptimisticPair pair) {
        double eta = pair.learningRate();
        if (eta > 1) {
            return Double.POSITIVE_INFINITY;
        }
        double logs = StrictMath.log(pair.rows()) + StrictMath.log(pair.columns());
        // One profile leaves no regret at any rate, and 0/0 is no way to say so.
        return (logs == 0 ? 0 : logs / eta) + eta / 2;
    }

    /**
     * Two copies of optimistic Hedge: the parameter of {@link #OPTIMISTIC_HEDGE_SUM_OF_REGRETS}.
     *
     * @param rows the first player's actions m
     * @param columns the second player's actions n
     * @param learningRate eta, for payoffs rescaled to [0, 1]
     */
    public record OptimisticPair(int rows, int columns, double learningRate) {
        /**
         * Creates the parameter.
         *
         * @param rows at least 1
         * @param columns at least 1
         * @param learningRate non-negative and finite
         */
        public OptimisticPair {
            Checks.atLeast(rows, 1, "rows");
            Checks.atLeast(columns, 1, "columns");
            Checks.nonNegative(learningRate, "learningRate");
        }
    }
}
