// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PayoffMatricesProperties {
    @Provide
    Arbitrary<PayoffMatrix> matrices() {
        return PayoffMatrices.upTo(4, 5);
    }

    @Property
    void matricesHaveTheirDimensions(@ForAll("matrices") PayoffMatrix matrix) {
        assertThat(matrix.rows()).isBetween(1, 4);
        assertThat(matrix.columns()).isBetween(1, 5);
        assertThat(PayoffMatrix.of(matrix.toArray())).isEqualTo(matrix).hasSameHashCodeAs(matrix);
        for (double[] row : matrix.toArray()) {
            assertThat(row).hasSize(matrix.columns());
        }
        assertThat(size(matrix)).isLessThanOrEqualTo(3e9);
    }

    private static boolean hasEqualRows(PayoffMatrix matrix) {
        return Arrays.stream(matrix.toArray()).map(Arrays::toString).distinct().count() < matrix.rows();
    }

    private static boolean hasEqualColumns(PayoffMatrix matrix) {
        return hasEqualRows(transposed(matrix));
    }

    private static PayoffMatrix transposed(PayoffMatrix matrix) {
        double[][] payoffs = new double[matrix.columns()][matrix.rows()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                payoffs[column][row] = matrix.payoff(row, column);
            }
        }
        return PayoffMatrix.of(payoffs);
    }

    private static boolean isConstant(PayoffMatrix matrix) {
        return Arrays.stream(matrix.toArray())
                        .flatMapToDouble(Arrays::stream)
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean hasConstantRow(PayoffMatrix matrix) {
        return Arrays.stream(matrix.toArray())
                .anyMatch(row -> Arrays.stream(row).distinct().count() == 1);
    }

    private static boolean hasTieInARow(PayoffMatrix matrix) {
        return Arrays.stream(matrix.toArray())
                .anyMatch(row -> Arrays.stream(row).distinct().count() < matrix.columns());
    }

    private static boolean hasDominatedRow(PayoffMatrix matrix) {
        for (double[] low : matrix.toArray()) {
            for (double[] high : matrix.toArray()) {
                boolean below = !Arrays.equals(low, high);
                for (int column = 0; column < low.length; column++) {
                    below &= low[column] <= high[column];
                }
                if (below) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double size(PayoffMatrix matrix) {
        return Arrays.stream(matrix.toArray())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    @Example
    void theMixtureHasWhatBreaksSolvers() {
        List<PayoffMatrix> draws = Draws.of(PayoffMatrices.ofSize(3, 4), 3000);
        assertThat(Draws.share(draws, PayoffMatricesProperties::hasTieInARow)).isBetween(0.3, 0.8);
        assertThat(Draws.share(draws, PayoffMatricesProperties::hasEqualRows)).isBetween(0.2, 0.6);
        assertThat(Draws.share(draws, PayoffMatricesProperties::hasEqualColumns))
                .isBetween(0.2, 0.6);
        assertThat(Draws.share(draws, PayoffMatricesProperties::isConstant)).isBetween(0.1, 0.3);
        assertThat(Draws.share(draws, m -> hasConstantRow(m) && !isConstant(m))).isGreaterThan(0.1);
        assertThat(Draws.share(draws, PayoffMatricesProperties::hasDominatedRow))
                .isBetween(0.2, 0.8);
        assertThat(Draws.share(draws, m -> size(m) > 0 && size(m) < 1e-6)).isGreaterThan(0.02);
        assertThat(Draws.share(draws, m -> size(m) > 1e6)).isGreaterThan(0.02);
        // And also the ordinary case.
        assertThat(Draws.share(draws, m -> !hasTieInARow(m) && !hasDominatedRow(m)))
                .isGreaterThan(0.1);
    }

    @Example
    void eachKindIsWhatItSays() {
        assertThat(Draws.of(PayoffMatrices.constant(2, 3), 100)).allMatch(PayoffMatricesProperties::isConstant);
        assertThat(Draws.of(PayoffMatrices.withDuplicates(3, 3), 100))
                .allMatch(PayoffMatricesProperties::hasEqualRows)
                .allMatch(PayoffMatricesProperties::hasEqualColumns)
                .allMatch(PayoffMatricesProperties::hasConstantRow);
        List<PayoffMatrix> dominated = Draws.of(PayoffMatrices.withDominatedRow(2, 3), 300);
        assertThat(Draws.share(dominated, PayoffMatricesProperties::hasDominatedRow))
                .isGreaterThan(0.8);
        assertThat(Draws.of(PayoffMatrices.smallIntegers(3, 3), 100))
                .allMatch(m -> size(m) <= 2 && PayoffMatrix.of(m.toArray()).equals(m));
        assertThat(Draws.of(PayoffMatrices.uniform(3, 3), 100)).allMatch(m -> size(m) <= 1);
        // One row or one column leaves nothing to duplicate or to dominate.
        for (Arbitrary<PayoffMatrix> kind : List.of(
                PayoffMatrices.withDuplicates(1, 1),
                PayoffMatrices.withDominatedRow(1, 1),
                PayoffMatrices.scaled(1, 1),
                PayoffMatrices.constant(1, 1))) {
            assertThat(Draws.of(kind, 50)).allMatch(m -> m.rows() == 1 && m.columns() == 1);
        }
    }

    @Example
    void dimensionsShrinkFirst() {
        PayoffMatrix smallest = Draws.shrunk(PayoffMatrices.upTo(6, 6), m -> m.rows() >= 2 && m.columns() >= 3);
        assertThat(smallest).isEqualTo(PayoffMatrix.of(new double[2][3]));
    }

    @Example
    void matricesAreReadableAndProtected() {
        double[][] payoffs = {{1, 2}, {3, 4}};
        PayoffMatrix matrix = PayoffMatrix.of(payoffs);
        payoffs[0][0] = 9;
        matrix.toArray()[1][1] = 9;
        assertThat(matrix).hasToString("2 x 2 payoffs [[1.0, 2.0], [3.0, 4.0]]");
        assertThat(matrix.payoff(1, 0)).isEqualTo(3);
        assertThat(matrix).isNotEqualTo(PayoffMatrix.of(payoffs));
    }

    @Example
    void refusesBadInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PayoffMatrices.upTo(0, 3))
                .withMessageContaining("mostRows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PayoffMatrices.uniform(2, 0))
                .withMessageContaining("columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PayoffMatrix.of(new double[][] {{1}, {1, 2}}))
                .withMessage("payoffs[1] has length 2, expected 1");
        PayoffMatrix matrix = PayoffMatrix.of(new double[][] {{1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.payoff(1, 0))
                .withMessageContaining("row");
    }
}
