// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;

/**
 * Exp3 without a horizon: in round t = 1, 2, ... it is {@link Exp3} with a learning rate of about {@code sqrt(ln K / (t
 * K))}.
 *
 * <p>There are two of them. {@link #of} changes its rate every round, as published: all probabilities change, so a round
 * costs K exponentials; its regret is at most {@link #REGRET}. {@link #onGrid} keeps the rate that is right for a round s
 * until round 1.02 s: a round costs O(log K) amortised (plus K exponentials in each of about 50 ln T rounds), and {@link
 * #REGRET_ON_GRID} is larger by 0.5 percent. Rewards lie in [0, 1]. The same bits on every platform. Mutable, not
 * thread-safe.
 *
 * <pre>{@code
 * AnytimeExp3 learner = AnytimeExp3.onGrid(10);
 * int arm = learner.select(random);
 * learner.observe(arm, 0.75);
 * }</pre>
 *
 * <p>Source: S. Bubeck, N. Cesa-Bianchi (2012), "Regret analysis of stochastic and nonstochastic multi-armed bandit
 * problems", Theorem 3.1, arXiv:1204.5721.
 */
@CostPerRound("O(K); O(log K) amortised on the grid")
public final class AnytimeExp3 implements RandomizedBanditLearner {
    private static final Source BUBECK = new Source("Bubeck, Cesa-Bianchi", 2012, "Theorem 3.1", "arXiv:1204.5721");

    private static final String REWARDS = "Rewards x lie in [0, 1]; they may depend on earlier arms.";

    /** How much longer than the round at which it began a block of constant rate may last. */
    private static final double GROWTH = 1.02;

    /** Expected pseudo-regret of {@link #of} after any number of rounds. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "max_i E sum_{t <= T} (x_{t,i} - x_{t,A_t}) <= 2 sqrt(T K ln K) for every T")
            .publishedBy(BUBECK)
            .assuming(REWARDS)
            .assuming("The learner was built by AnytimeExp3.of.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> 2 * scale(run));

    /** Expected pseudo-regret of {@link #onGrid} after any number of rounds. */
    public static final Bound<Run> REGRET_ON_GRID = Bound.<Run>stating(
                    "max_i E sum_{t <= T} (x_{t,i} - x_{t,A_t}) <= (1 + sqrt(1.02)) sqrt(T K ln K) for every T")
            .derivedFrom(BUBECK)
            .assuming(REWARDS)
            .assuming("The learner was built by AnytimeExp3.onGrid.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> (1 + Math.sqrt(GROWTH)) * scale(run));

    private final ExponentialWeights weights;
    /** ln K / K. */
    private final double rateSquared;

    private final boolean onGrid;
    private long rounds;
    /** The first round of the next block. */
    private long nextBlock;

    private AnytimeExp3(ExponentialWeights weights, boolean onGrid) {
        this.weights = weights;
        this.rateSquared = StrictMath.log(weights.arms()) / weights.arms();
        this.onGrid = onGrid;
    }

    private AnytimeExp3(AnytimeExp3 other) {
        this(other.weights.copy(), other.onGrid);
        this.rounds = other.rounds;
        this.nextBlock = other.nextBlock;
    }

    /**
     * Creates the learner whose rate in round t is {@code sqrt(ln K / (t K))}.
     *
     * @param arms the number of arms K, at least 1
     * @return the learner
     */
    public static AnytimeExp3 of(int arms) {
        return create(arms, false);
    }

    /**
     * Creates the learner whose rate in round t is {@code sqrt(ln K / (s K))}, where s, the first round of the block that t
     * is in, is at least t / 1.02.
     *
     * @param arms the number of arms K, at least 1
     * @return the learner
     */
    public static AnytimeExp3 onGrid(int arms) {
        return create(arms, true);
    }

    private static AnytimeExp3 create(int arms, boolean onGrid) {
        AnytimeExp3 learner = new AnytimeExp3(new ExponentialWeights(Checks.atLeast(arms, 1, "arms"), 0), onGrid);
        learner.reset();
        return learner;
    }

    /**
     * Returns the learning rate of the coming round.
     *
     * @return at least 0; 0 for a single arm
     */
    public double learningRate() {
        return weights.rate();
    }

    @Override
    public int arms() {
        return weights.arms();
    }

    @Override
    public void probabilities(double[] out) {
        Checks.length(out.length, weights.arms(), "out");
        weights.probabilities(out);
    }

    @Override
    public int select(RandomGenerator random) {
        return weights.draw(random);
    }

    /**
     * Tells the learner the reward of the arm it has selected in this round.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param reward the reward, in [0, 1]
     * @throws IllegalStateException if the arm has a probability below 1e-300, so that it cannot have been selected
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, weights.arms(), "arm");
        double loss = 1 - Checks.inUnitInterval(reward, "reward");
        if (loss > 0) {
            weights.add(arm, loss * weights.inverseProbability(arm));
        }
        rounds++;
        if (rounds + 1 >= nextBlock) {
            beginBlock();
        }
    }

    @Override
    public void reset() {
        weights.reset(0);
        rounds = 0;
        beginBlock();
    }

    @Override
    public AnytimeExp3 fork() {
        return new AnytimeExp3(this);
    }

    private void beginBlock() {
        long first = rounds + 1;
        weights.setRate(Math.sqrt(rateSquared / first));
        nextBlock = onGrid ? (long) (GROWTH * first) + 1 : first + 1;
    }

    private static double scale(Run run) {
        return Math.sqrt((double) run.rounds() * run.arms() * StrictMath.log(run.arms()));
    }

    /**
     * A run of the learner: the parameter of {@link #REGRET} and {@link #REGRET_ON_GRID}.
     *
     * @param arms the number of arms K
     * @param rounds the number of rounds T
     */
    public record Run(int arms, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param arms at least 1
         * @param rounds at least 0
         */
        public Run {
            Checks.atLeast(arms, 1, "arms");
            Checks.atLeast(rounds, 0L, "rounds");
        }
    }
}
