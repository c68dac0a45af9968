// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;

class LinearProgramProperties {
    private static final LinearProgramSolver STANDARD = LinearProgramSolver.standard();

    @Property
    void findsAPlantedOptimum(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @IntRange(max = 9) int m,
            @ForAll boolean degenerate) {
        Programs.Planted planted = Programs.planted(seed, n, m, degenerate);
        LinearProgramResult.Optimal answer = STANDARD.solve(planted.program()).optimal();
        assertThat(answer.value()).isCloseTo(planted.value(), within(1e-9 * (1 + Math.abs(planted.value()))));
        // The planted witness is whole numbers, so its certificate is exact.
        OptimalityCertificate known = OptimalityCertificate.of(planted.program(), planted.primal(), planted.dual());
        assertThat(known.gap()).isZero();
        assertThat(known.exactGap()).isZero();
    }

    /** Objective, constraints and variables in units from 1e-6 to 1e9, all at once. */
    @Property
    void findsAPlantedOptimumInEveryUnit(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(max = 8) int m,
            @ForAll boolean degenerate,
            @ForAll @IntRange(min = -6, max = 9) int objectivePower) {
        Programs.Planted planted = Programs.planted(seed, n, m, degenerate);
        Random random = new Random(seed ^ 0x5DEECE66DL);
        double objectiveFactor = Math.pow(10, objectivePower);
        LinearProgram program =
                Programs.rescaled(planted.program(), objectiveFactor, powers(random, m), powers(random, n));
        try {
            double scale = objectiveFactor * (1 + Math.abs(planted.value()));
            assertThat(STANDARD.solve(program).optimal().value())
                    .isCloseTo(objectiveFactor * planted.value(), within(1e-8 * scale));
        } catch (LinearProgramException noClaim) {
            // About once in 4000: rounding the data made the program infeasible by the last bit. Then no claim is
            // right.
            assertThat(ExactSimplex.solve(program)).isInstanceOf(ExactOutcome.Infeasible.class);
        }
    }

    private static double[] powers(Random random, int length) {
        double[] powers = new double[length];
        Arrays.setAll(powers, k -> Math.pow(10, random.nextInt(-6, 10)));
        return powers;
    }

    @Property(tries = 1000)
    void agreesWithExactArithmeticOnTheStatus(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(max = 7) int m) {
        LinearProgram program = Programs.integer(seed, n, m);
        ExactOutcome exact = ExactSimplex.solve(program);
        LinearProgramResult answer = STANDARD.solve(program);
        assertThat(answer.getClass().getSimpleName()).isEqualTo(exact.getClass().getSimpleName());
        assertThat(answer.certificate().gap()).isLessThanOrEqualTo(1e-9);
        if (exact instanceof ExactOutcome.Optimal optimum) {
            double value = optimum.value().doubleValue();
            assertThat(answer.optimal().value()).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
        }
    }

    /** The exact outcome is a proof without any gap, by the checker that shares nothing with it. */
    @Property(tries = 1000)
    void exactArithmeticProvesItsOutcomes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int n, @ForAll @IntRange(max = 8) int m) {
        LinearProgram program = Programs.integer(seed, n, m);
        ExactOutcome outcome = ExactSimplex.solve(program);
        double[] sizes = Units.ofVariables(program);
        if (outcome instanceof ExactOutcome.Optimal optimum) {
            assertThat(ExactCheck.optimality(program, array(optimum.primal()), array(optimum.dual()), sizes))
                    .isZero();
        } else if (outcome instanceof ExactOutcome.Infeasible infeasible) {
            assertThat(ExactCheck.infeasibility(program, array(infeasible.multipliers()), sizes))
                    .isZero();
        } else if (outcome instanceof ExactOutcome.Unbounded unbounded) {
            assertThat(ExactCheck.unboundedness(
                            program, array(unbounded.point()), array(unbounded.ray()), Units.ofMultipliers(program)))
                    .isZero();
        }
    }

    @Property
    void exactArithmeticFindsAPlantedOptimum(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll @IntRange(max = 7) int m,
            @ForAll boolean degenerate) {
        Programs.Planted planted = Programs.planted(seed, n, m, degenerate);
        ExactOutcome outcome = ExactSimplex.solve(planted.program());
        assertThat(outcome).isInstanceOf(ExactOutcome.Optimal.class);
        assertThat(((ExactOutcome.Optimal) outcome).value()).isEqualByComparingTo(new BigFraction(planted.value()));
    }

    private static BigFraction[] array(List<BigFraction> numbers) {
        return numbers.toArray(new BigFraction[0]);
    }

    /** Whatever is done to a witness, no wrong value is certified. */
    @Property(tries = 2000)
    void certifiesNoWrongValue(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(max = 5) int m,
            @ForAll @IntRange(min = -12, max = 12) int power,
            @ForAll boolean degenerate) {
        Programs.Planted planted = Programs.planted(seed, n, m, degenerate);
        Random random = new Random(seed ^ 0x2545F491L);
        double[] primal = planted.primal().clone();
        double[] dual = planted.dual().clone();
        int at = random.nextInt(n + m);
        double error = Math.pow(10, power) * (random.nextBoolean() ? 1 : -1);
        if (at < n) {
            primal[at] += error;
        } else {
            dual[at - n] += error;
        }
        OptimalityCertificate certificate = OptimalityCertificate.of(planted.program(), primal, dual);
        double off = Math.abs(certificate.value() - planted.value());
        if (certificate.gap() <= 1e-9) {
            // Numbers are small integers, so the scale of the objective is at most a few hundred.
            assertThat(off).isLessThan(1e-6);
        }
    }

    @Property
    void gapsDoNotDependOnUnits(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @IntRange(min = -30, max = 30) int objectivePower) {
        Random random = new Random(seed);
        LinearProgram program = Programs.integer(seed, n, m);
        double objectiveFactor = Math.scalb(1.0, objectivePower);
        double[] rows = twos(random, m);
        double[] columns = twos(random, n);
        LinearProgram rescaled = Programs.rescaled(program, objectiveFactor, rows, columns);
        double[] x = witness(random, n);
        double[] r = witness(random, n);
        double[] y = witness(random, m);
        double[] newX = new double[n];
        double[] newR = new double[n];
        double[] newY = new double[m];
        double[] newFarkas = new double[m];
        Arrays.setAll(newX, j -> x[j] / columns[j]);
        Arrays.setAll(newR, j -> r[j] / columns[j]);
        Arrays.setAll(newY, i -> objectiveFactor * y[i] / rows[i]);
        Arrays.setAll(newFarkas, i -> y[i] / rows[i]);
        OptimalityCertificate before = OptimalityCertificate.of(program, x, y);
        OptimalityCertificate after = OptimalityCertificate.of(rescaled, newX, newY);
        same(after.primalViolation(), before.primalViolation());
        same(after.dualViolation(), before.dualViolation());
        same(after.objectiveGap(), before.objectiveGap());
        same(
                InfeasibilityCertificate.of(rescaled, newFarkas).gap(),
                InfeasibilityCertificate.of(program, y).gap());
        same(
                UnboundednessCertificate.of(rescaled, newX, newR).gap(),
                UnboundednessCertificate.of(program, x, r).gap());
    }

    /** The floating-point and the rational measures were written apart; neither is privileged. */
    @Property
    void exactAndRoundedGapsAgree(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(min = 1, max = 5) int m) {
        Random random = new Random(seed);
        LinearProgram program = Programs.integer(seed, n, m);
        double[] x = witness(random, n);
        double[] r = witness(random, n);
        double[] y = witness(random, m);
        OptimalityCertificate optimality = OptimalityCertificate.of(program, x, y);
        same(optimality.exactGap(), optimality.gap());
        InfeasibilityCertificate infeasibility = InfeasibilityCertificate.of(program, y);
        same(infeasibility.exactGap(), infeasibility.gap());
        UnboundednessCertificate unboundedness = UnboundednessCertificate.of(program, x, r);
        same(unboundedness.exactGap(), unboundedness.gap());
    }

    private static void same(double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-12 * (1 + expected)));
        }
    }

    private static double[] twos(Random random, int length) {
        double[] powers = new double[length];
        Arrays.setAll(powers, k -> Math.scalb(1.0, random.nextInt(-30, 31)));
        return powers;
    }

    /** Mostly small whole numbers, so that some witnesses are valid or nearly so. */
    private static double[] witness(Random random, int length) {
        double[] witness = new double[length];
        Arrays.setAll(witness, k -> random.nextInt(4) == 0 ? random.nextGaussian() : random.nextInt(-2, 4));
        return witness;
    }
}
