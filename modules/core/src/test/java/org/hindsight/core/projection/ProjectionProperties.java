// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** The closed forms by the conditions of optimality, against each other, and by hand. */
class ProjectionProperties {
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void cappedEntriesWouldGoUpAndEmptyOnesDown(
            @ForAll("points") double[] point, @ForAll @DoubleRange(min = 0, max = 1) double slack) {
        int n = point.length;
        double cap = 1.0 / n + slack * (1 - 1.0 / n);
        double[] x = capped(cap, point);

        assertThat(Arrays.stream(x).sum()).isCloseTo(1, within(1e-13));
        double highestLevel = Double.POSITIVE_INFINITY;
        double lowestLevel = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isBetween(0.0, cap);
            // Entries that may go up have y - x at most the level, entries that may go down at least.
            if (x[i] < cap) {
                lowestLevel = Math.max(lowestLevel, point[i] - x[i]);
            }
            if (x[i] > 0) {
                highestLevel = Math.min(highestLevel, point[i] - x[i]);
            }
        }
        assertThat(lowestLevel).isLessThanOrEqualTo(highestLevel + 1e-13);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aCapOfOneIsTheSimplex(@ForAll("points") double[] point) {
        double[] simplex = new double[point.length];
        SimplexProjection.write(point, simplex);

        assertThat(capped(1, point)).containsExactly(simplex, within(1e-14));
    }

    @Example
    void cappedSimplexByHand() {
        assertThat(capped(0.5, 3, 0, 0)).containsExactly(0.5, 0.25, 0.25);
        assertThat(capped(0.75, 1, 0.5, 0)).containsExactly(0.75, 0.25, 0);
        assertThat(capped(1 / 3.0, 7, -2, 0)).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
        // Coordinates so far apart that no level between them can be told from its neighbour.
        assertThat(capped(0.625, 1e100, 0, -1e100)).containsExactly(0.625, 0.375, 0);
        assertThat(capped(0.625, 1e100, 0.25, 0)).containsExactly(0.625, 0.3125, 0.0625);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capped(0.3, 1, 2, 3))
                .withMessageContaining("cap must lie in [1 / 3, 1], was 0.3");
        assertThatIllegalArgumentException().isThrownBy(() -> capped(Double.NaN, 1, 2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capped(1, 1, Double.NaN))
                .withMessageContaining("point[1]");
        assertThatIllegalArgumentException().isThrownBy(() -> capped(1)).withMessageContaining("at least 1");
    }

    /** The residual of a projection makes an obtuse angle with every feasible direction. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theBallsResidualPointsOutwards(
            @ForAll("points") double[] point, @ForAll @DoubleRange(min = 0, max = 3) double radius) {
        double[] centre = new double[point.length];
        Arrays.fill(centre, 0.5);
        double[] x = point.clone();
        BallProjection.write(x, centre, radius, x);

        double before = distance(point, centre);
        assertThat(distance(x, centre)).isCloseTo(Math.min(before, radius), within(1e-14));
        if (before > 0) {
            double share = Math.min(1, radius / before);
            for (int i = 0; i < x.length; i++) {
                assertThat(x[i] - centre[i]).isCloseTo(share * (point[i] - centre[i]), within(1e-14));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theHalfSpacesResidualIsNormalToThePlane(
            @ForAll("points") double[] point, @ForAll("points") double[] directions, @ForAll boolean beyond) {
        int n = point.length;
        double[] normal = new double[n];
        double value = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            normal[i] = directions[i % directions.length] + 3;
            value += normal[i] * point[i];
            squares += normal[i] * normal[i];
        }
        double[] x = new double[n];
        HalfSpaceProjection.write(point, normal, beyond ? value - 2 : value + 2, x);

        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isCloseTo(beyond ? point[i] - 2 / squares * normal[i] : point[i], within(1e-14));
        }
    }

    @Example
    void boxBallAndHalfSpaceByHand() {
        double[] x = new double[3];
        BoxProjection.write(
                new double[] {-2, 0.5, 9}, new double[] {-1, 0, Double.NEGATIVE_INFINITY}, new double[] {1, 1, 4}, x);
        assertThat(x).containsExactly(-1, 0.5, 4);
        BallProjection.write(new double[] {3, 4, 0}, new double[3], 1, x);
        assertThat(x).containsExactly(new double[] {0.6, 0.8, 0}, within(1e-15));
        BallProjection.write(new double[] {3e-200, 4e-200, 0}, new double[3], 1e-200, x);
        assertThat(x).containsExactly(new double[] {0.6e-200, 0.8e-200, 0}, within(1e-215));
        BallProjection.write(new double[] {3, 4, 0}, new double[3], 5, x);
        assertThat(x).containsExactly(3, 4, 0);
        HalfSpaceProjection.write(new double[] {3, 4, 0}, new double[] {1e-180, 1e-180, 0}, 1e-180, x);
        assertThat(x).containsExactly(new double[] {0, 1, 0}, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HalfSpaceProjection.write(new double[3], new double[3], 1, x))
                .withMessageContaining("normal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BallProjection.write(new double[3], new double[3], -1, x))
                .withMessageContaining("radius");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BoxProjection.write(new double[3], new double[] {0, 2, 0}, new double[] {1, 1, Double.NaN}, x))
                .withMessageContaining("lower[1] = 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxProjection.write(new double[3], new double[3], new double[2], x))
                .withMessageContaining("upper has length 2");
    }

    private static double[] capped(double cap, double... point) {
        double[] out = new double[point.length];
        CappedSimplexProjection.write(point, cap, out, new double[point.length]);
        return out;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Provide
    Arbitrary<double[]> points() {
        Arbitrary<Double> coordinate = Arbitraries.oneOf(
                Arbitraries.of(0.0, 0.5, 1.0, -1.0, 0.25),
                Arbitraries.doubles().between(-2, 2).ofScale(6));
        return coordinate.array(double[].class).ofMinSize(1).ofMaxSize(12);
    }
}
