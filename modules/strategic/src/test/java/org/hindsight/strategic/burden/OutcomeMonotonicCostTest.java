// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutcomeMonotonicCostTest {
    private static final double[] GRID = {0.75, 0, 0.25, 1, 0.5, 0.25};

    @Test
    void linearCost() {
        LinearOutcomeCost cost = LinearOutcomeCost.of(4);
        assertThat(cost.cost(0.25, 0.75)).isEqualTo(2);
        assertThat(cost.cost(0.75, 0.25)).isZero();
        assertThat(cost.cost(0.5, 0.5)).isZero();
        assertThat(cost.times(0.5)).isEqualTo(LinearOutcomeCost.of(2));
        assertThat(cost.reach(0.5, 1)).isEqualTo(0.75);
        assertThat(LinearOutcomeCost.of(1).reach(0.5, 1)).isEqualTo(1.5);
        assertThatCode(() -> cost.checkOutcomeMonotone(GRID)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearOutcomeCost.of(0))
                .withMessage("slope must be positive and finite, was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> LinearOutcomeCost.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> cost.times(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> cost.reach(2, 1));
    }

    @Test
    void bisectionFindsTheReachToTheLastBit() {
        OutcomeMonotonicCost quadratic = (from, to) -> to > from ? 8 * (to - from) * (to - from) : 0;
        double reach = quadratic.reach(0.25, 1);
        assertThat(reach).isCloseTo(0.25 + Math.sqrt(1.0 / 8), within(1e-15));
        assertThat(quadratic.cost(0.25, reach)).isLessThanOrEqualTo(1);
        assertThat(quadratic.cost(0.25, Math.nextUp(reach))).isGreaterThan(1);
        assertThat(quadratic.reach(0.75, 1)).isEqualTo(1);
        assertThat(quadratic.reach(0.25, 0)).isCloseTo(0.25, within(1e-15));
        assertThat(quadratic.times(4).reach(0.25, 4)).isEqualTo(reach);
        assertThatIllegalArgumentException().isThrownBy(() -> quadratic.reach(0.25, Double.NaN));
    }

    @Test
    void scaledAdditiveCostStaysAdditive() {
        AdditiveOutcomeCost cost = (from, to) -> to > from ? to * to - from * from : 0;
        assertThat(cost.times(3).cost(0, 0.5)).isEqualTo(0.75);
        assertThatIllegalArgumentException().isThrownBy(() -> cost.times(0));
    }

    @Test
    void costsOutsideTheDefinitionAreRefusedWithAWitness() {
        assertRefused((from, to) -> Math.abs(to - from), "must be zero, since the likelihood does not rise");
        assertRefused((from, to) -> to > from ? Math.max(0, to - from - 0.25) : 0, "must be positive");
        assertRefused((from, to) -> to > from ? 1 - from : 0, "cost(0.0, 0.5) = 1.0 must exceed cost(0.0, 0.25) = 1.0");
        assertRefused((from, to) -> to > from ? to : 0, "cost(0.0, 0.5) = 0.5 must exceed cost(0.25, 0.5) = 0.5");
        assertRefused((from, to) -> to > from ? 1 / (to - from) : 0, "must exceed");
        assertRefused((from, to) -> Double.NaN, "cost(0.0, 0.0) = NaN must be finite");
        assertRefused((from, to) -> to > from ? Double.POSITIVE_INFINITY : 0, "must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearOutcomeCost.of(1).checkOutcomeMonotone(0.5, 1.5))
                .withMessage("grid[1] = 1.5 must lie in [0, 1]");
    }

    private static void assertRefused(OutcomeMonotonicCost cost, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost.checkOutcomeMonotone(GRID))
                .withMessageContaining(message);
    }
}
