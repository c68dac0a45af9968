// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.coverage.CoverageSet;
import org.jspecify.annotations.Nullable;

/**
 * The security game with linear payoffs: four numbers for each target.
 *
 * <p>An attack on target t that is covered with probability c_t pays the attacker {@code A_t(c_t) = Au_t - (Au_t - Ac_t) c_t} and
 * the defender {@code D_t(c_t) = Du_t + (Dc_t - Du_t) c_t}, where c means covered and u uncovered (the literature's payoffs
 * U_a^c, U_a^u, U_d^c, U_d^u). Coverage must hurt the attacker, {@code Au > Ac}, and help the defender, {@code Dc > Du}, unless the
 * game is {@linkplain Builder#buildUnordered built without that}. Immutable.
 *
 * <pre>{@code
 * SecurityGame game = SecurityGame.builder(BudgetCoverage.of(3, 1))
 *         .defenderCovered(1, 2, 0).defenderUncovered(-5, -8, -1)
 *         .attackerCovered(0, 0, 0).attackerUncovered(10, 6, 4)
 *         .build();
 * SecuritySolution solution = Origami.solve(game);
 * solution.defenderValue();  // -30/31
 * }</pre>
 */
public final class SecurityGame implements CoverageGame {
    private final CoverageSet coverages;
    private final double[] defenderUncovered;
    private final double[] defenderGain;
    private final double[] attackerUncovered;
    private final double[] attackerLoss;
    private final boolean monotone;
    private final double leaderRange;
    private final double followerRange;

    private SecurityGame(
            CoverageSet coverages,
            double[] defenderCovered,
            double[] defenderUncovered,
            double[] attackerCovered,
            double[] attackerUncovered,
            boolean monotone) {
        this.coverages = coverages;
        this.defenderUncovered = defenderUncovered;
        this.attackerUncovered = attackerUncovered;
        this.monotone = monotone;
        int n = coverages.targets();
        this.defenderGain = new double[n];
        this.attackerLoss = new double[n];
        for (int target = 0; target < n; target++) {
            defenderGain[target] = defenderCovered[target] - defenderUncovered[target];
            attackerLoss[target] = attackerUncovered[target] - attackerCovered[target];
        }
        this.leaderRange = range(defenderCovered, defenderUncovered, "defender payoffs");
        this.followerRange = range(attackerCovered, attackerUncovered, "attacker payoffs");
    }

    /** The same payoffs, to the last bit, with other coverages. */
    private SecurityGame(SecurityGame payoffs, CoverageSet coverages) {
        this.coverages = coverages;
        this.defenderUncovered = payoffs.defenderUncovered;
        this.defenderGain = payoffs.defenderGain;
        this.attackerUncovered = payoffs.attackerUncovered;
        this.attackerLoss = payoffs.attackerLoss;
        this.monotone = payoffs.monotone;
        this.leaderRange = payoffs.leaderRange;
        this.followerRange = payoffs.followerRange;
    }

    private static double range(double[] covered, double[] uncovered, String name) {
        double least = covered[0];
        double most = covered[0];
        for (int target = 0; target < covered.length; target++) {
            least = Math.min(least, Math.min(covered[target], uncovered[target]));
            most = Math.max(most, Math.max(covered[target], uncovered[target]));
        }
        if (!Double.isFinite(most - least)) {
            throw new IllegalArgumentException(name + " must have a finite range, were from " + least + " to " + most);
        }
        return most - least;
    }

    /**
     * Begins a game.
     *
     * @param coverages what the defender can commit to
     * @return a builder that needs the payoffs
     */
    public static Builder builder(CoverageSet coverages) {
        return new Builder(coverages);
    }

    /**
     * Returns the game with other coverages.
     *
     * @param other the coverages of as many targets
     * @return a copy with the same payoffs
     */
    public SecurityGame withCoverages(CoverageSet other) {
        Checks.length(other.targets(), responses(), "coverages");
        return new SecurityGame(this, other);
    }

    /**
     * Returns the game with another number of resources.
     *
     * @param resources r, at least 0
     * @return a copy with the same payoffs and the coverages of r resources
     */
    public SecurityGame withResources(double resources) {
        return withCoverages(BudgetCoverage.of(responses(), resources));
    }

    @Override
    public CoverageSet coverages() {
        return coverages;
    }

    @Override
    public boolean isMonotone() {
        return monotone;
    }

    /**
     * Returns the attacker's payoff from a target that is not covered.
     *
     * @param target t, in 0 .. n - 1
     * @return Au_t
     */
    public double attackerUncovered(int target) {
        return attackerUncovered[Checks.index(target, attackerUncovered.length, "target")];
    }

    /**
     * Returns what the attacker loses when a target is covered.
     *
     * @param target t, in 0 .. n - 1
     * @return d_t = Au_t - Ac_t; positive if the game is monotone
     */
    public double attackerLoss(int target) {
        return attackerLoss[Checks.index(target, attackerLoss.length, "target")];
    }

    /**
     * Returns the defender's payoff from an attack on a target that is not covered.
     *
     * @param target t, in 0 .. n - 1
     * @return Du_t
     */
    public double defenderUncovered(int target) {
        return defenderUncovered[Checks.index(target, defenderUncovered.length, "target")];
    }

    /**
     * Returns what the defender gains when an attacked target is covered.
     *
     * @param target t, in 0 .. n - 1
     * @return Dc_t - Du_t; positive if the game is monotone
     */
    public double defenderGain(int target) {
        return defenderGain[Checks.index(target, defenderGain.length, "target")];
    }

    @Override
    public double attackerPayoff(int target, double coverage) {
        return attackerUncovered[target] - attackerLoss[target] * coverage;
    }

    @Override
    public double defenderPayoff(int target, double coverage) {
        return defenderUncovered[target] + defenderGain[target] * coverage;
    }

    @Override
    public double leastCoverage(int target, double level) {
        double excess = attackerUncovered[target] - level;
        if (excess <= 0) {
            return 0;
        }
        double coverage = excess / attackerLoss[target];
        return coverage <= 1 ? coverage : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the target that an attacker attacks who sees the coverage, ties going exactly to the lowest index.
     *
     * <p>One pass, without allocation; for other ties {@link org.hindsight.stackelberg.BestResponse}.
     *
     * @param coverage c, of length n, of numbers; not checked to be feasible
     * @return t
     */
    public int attackedTarget(double[] coverage) {
        int n = attackerUncovered.length;
        Checks.length(coverage.length, n, "coverage");
        int best = 0;
        double most = attackerUncovered[0] - attackerLoss[0] * coverage[0];
        for (int target = 1; target < n; target++) {
            double payoff = attackerUncovered[target] - attackerLoss[target] * coverage[target];
            if (payoff > most) {
                most = payoff;
                best = target;
            }
        }
        return best;
    }

    @Override
    public void followerPayoffs(double[] commitment, double[] out) {
        int n = attackerUncovered.length;
        Checks.length(commitment.length, n, "commitment");
        Checks.length(out.length, n, "out");
        for (int target = 0; target < n; target++) {
            out[target] = attackerUncovered[target] - attackerLoss[target] * commitment[target];
        }
    }

    @Override
    public double leaderRange() {
        return leaderRange;
    }

    @Override
    public double followerRange() {
        return followerRange;
    }

    @Override
    public String toString() {
        return "security game with " + coverages;
    }

    /** A security game in the making: names each of the four payoffs. Mutable, for one thread. */
    public static final class Builder {
        private final CoverageSet coverages;
        private double @Nullable [] defenderCovered;
        private double @Nullable [] defenderUncovered;
        private double @Nullable [] attackerCovered;
        private double @Nullable [] attackerUncovered;

        private Builder(CoverageSet coverages) {
            this.coverages = Objects.requireNonNull(coverages, "coverages");
        }

        /**
         * Sets the defender's payoffs from attacks on covered targets.
         *
         * @param payoffs Dc, n finite numbers; copied
         * @return this builder
         */
        public Builder defenderCovered(double... payoffs) {
            defenderCovered = checked(payoffs, "defenderCovered");
            return this;
        }

        /**
         * Sets the defender's payoffs from attacks on targets that are not covered.
         *
         * @param payoffs Du, n finite numbers; copied
         * @return this builder
         */
        public Builder defenderUncovered(double... payoffs) {
            defenderUncovered = checked(payoffs, "defenderUncovered");
            return this;
        }

        /**
         * Sets the attacker's payoffs from attacks on covered targets.
         *
         * @param payoffs Ac, n finite numbers; copied
         * @return this builder
         */
        public Builder attackerCovered(double... payoffs) {
            attackerCovered = checked(payoffs, "attackerCovered");
            return this;
        }

        /**
         * Sets the attacker's payoffs from attacks on targets that are not covered.
         *
         * @param payoffs Au, n finite numbers; copied
         * @return this builder
         */
        public Builder attackerUncovered(double... payoffs) {
            attackerUncovered = checked(payoffs, "attackerUncovered");
            return this;
        }

        private double[] checked(double[] payoffs, String name) {
            Objects.requireNonNull(payoffs, name);
            Checks.length(payoffs.length, coverages.targets(), name);
            return Checks.finite(payoffs, name).clone();
        }

        /**
         * Builds a game in which coverage hurts the attacker and helps the defender.
         *
         * @return the game, which is {@linkplain #isMonotone() monotone}
         * @throws IllegalArgumentException if for some target {@code Au > Ac} or {@code Dc > Du} fails
         * @throws IllegalStateException if one of the four payoffs has not been given
         */
        public SecurityGame build() {
            SecurityGame game = assemble(true);
            for (int target = 0; target < coverages.targets(); target++) {
                require(game.attackerLoss[target], "attackerUncovered", "attackerCovered", target);
                require(game.defenderGain[target], "defenderCovered", "defenderUncovered", target);
            }
            return game;
        }

        private static void require(double difference, String larger, String smaller, int target) {
            if (!(difference > 0)) {
                throw new IllegalArgumentException(larger + "[" + target + "] must be greater than " + smaller + "["
                        + target + "], was less by " + -difference);
            }
        }

        /**
         * Builds a game without the requirements on the order of payoffs; only {@link TargetPrograms} and {@link Eraser} solve
         * it.
         *
         * @return the game, which does not promise to be monotone
         * @throws IllegalStateException if one of the four payoffs has not been given
         */
        public SecurityGame buildUnordered() {
            return assemble(false);
        }

        private SecurityGame assemble(boolean monotone) {
            if (defenderCovered == null
                    || defenderUncovered == null
                    || attackerCovered == null
                    || attackerUncovered == null) {
                throw new IllegalStateException("all four payoffs must be given before the game is built");
            }
            return new SecurityGame(
                    coverages, defenderCovered, defenderUncovered, attackerCovered, attackerUncovered, monotone);
        }
    }
}
