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

/** {@link SimplexProjection} against the nearest point over all supports, and by hand. */
class SimplexProjectionProperties {
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void isTheNearestPointOverAllSupports(@ForAll("points") double[] point) {
        assertThat(projection(point)).containsExactly(nearest(point), within(1e-13));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void projectingAgainChangesNothing(@ForAll("points") double[] point) {
        double[] once = projection(point);

        assertThat(projection(once)).containsExactly(once, within(1e-15));
    }

    @Example
    void byHand() {
        assertThat(projection(5)).containsExactly(1);
        assertThat(projection(0.5, 0.5)).containsExactly(0.5, 0.5);
        assertThat(projection(1, 1, 0.25)).containsExactly(0.5, 0.5, 0);
        assertThat(projection(0.75, 0.5, 0.25, -3))
                .containsExactly(new double[] {7 / 12.0, 1 / 3.0, 1 / 12.0, 0}, within(1e-15));
        assertThat(projection(-1e100, 3, 1e100)).containsExactly(0, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> projection(0, Double.POSITIVE_INFINITY))
                .withMessageContaining("[1] = ");
    }

    private static double[] projection(double... point) {
        double[] out = new double[point.length];
        SimplexProjection.write(point, out);
        return out;
    }

    /** On a support the nearest point of sum 1 is a shift; of those without a negative entry the nearest is sought. */
    private static double[] nearest(double[] point) {
        double[] best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        for (int support = 1; support < 1 << point.length; support++) {
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += (support >> i & 1) == 1 ? point[i] : 0;
            }
            double shift = (1 - sum) / Integer.bitCount(support);
            double[] candidate = new double[point.length];
            double distance = 0;
            for (int i = 0; i < point.length; i++) {
                candidate[i] = (support >> i & 1) == 1 ? point[i] + shift : 0;
                distance += (candidate[i] - point[i]) * (candidate[i] - point[i]);
            }
            if (distance < least && Arrays.stream(candidate).allMatch(entry -> entry >= 0)) {
                best = candidate;
                least = distance;
            }
        }
        return best;
    }

    @Provide
    Arbitrary<double[]> points() {
        Arbitrary<Double> coordinate = Arbitraries.oneOf(
                Arbitraries.of(0.0, 0.5, 1.0, -1.0, 0.25),
                Arbitraries.doubles().between(-2, 2).ofScale(6));
        return coordinate.array(double[].class).ofMinSize(1).ofMaxSize(9);
    }
}
