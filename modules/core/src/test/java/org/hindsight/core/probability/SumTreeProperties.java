// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.Concentration;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class SumTreeProperties {
    /** Integer weights make all sums exact, so tree and scan must agree at every quarter step and at the end. */
    @Property
    void findsWhatALinearScanFinds(@ForAll("integerWeights") double[] weights) {
        SumTree tree = new SumTree(weights.length);
        tree.setAll(weights);
        double total = Arrays.stream(weights).sum();
        assertThat(tree.total()).isEqualTo(total);
        for (double point = 0; point < total; point += 0.25) {
            assertThat(tree.find(point)).isEqualTo(scan(weights, point));
        }
        assertThat(tree.find(total)).isEqualTo(lastPositive(weights));
        assertThat(tree.find(Math.nextDown(total))).isEqualTo(lastPositive(weights));
    }

    @Property
    void neverFindsAZeroWeight(@ForAll("weights") double[] weights, @ForAll long seed) {
        SumTree tree = new SumTree(weights.length);
        tree.setAll(weights);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        assertThat(weights[tree.find(0)]).isPositive();
        assertThat(weights[tree.find(tree.total())]).isPositive();
        double edge = 0;
        for (double weight : weights) {
            edge += weight;
            for (double point : new double[] {Math.nextDown(edge), edge, Math.nextUp(edge)}) {
                assertThat(weights[tree.find(Math.max(0, Math.min(point, tree.total())))])
                        .isPositive();
            }
            assertThat(weights[tree.sample(random)]).isPositive();
        }
    }

    /** A sum depends on the weights alone, not on how they came about: errors cannot accumulate. */
    @Property
    void updatesLeaveNoTrace(@ForAll("weights") double[] weights, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        SumTree updated = new SumTree(weights.length);
        for (int step = 0; step < 200; step++) {
            updated.set(random.nextInt(weights.length), 1e12 * random.nextDouble());
        }
        for (int i = 0; i < weights.length; i++) {
            updated.set(i, weights[i]);
            assertThat(updated.weight(i)).isEqualTo(weights[i]);
        }
        SumTree fresh = new SumTree(weights.length);
        fresh.setAll(weights);
        assertThat(updated.total()).isEqualTo(fresh.total());
        double exact = CompensatedSum.of(weights);
        assertThat(fresh.total()).isCloseTo(exact, within(exact * 0x1.0p-52 * 7));
        for (double u = 0; u < 1; u += 1.0 / 64) {
            assertThat(updated.find(u * fresh.total())).isEqualTo(fresh.find(u * fresh.total()));
        }
    }

    @Example
    void oneWeight() {
        SumTree tree = new SumTree(1);
        tree.set(0, 3);
        assertThat(tree.size()).isEqualTo(1);
        assertThat(tree.total()).isEqualTo(3);
        assertThat(tree.find(0)).isZero();
        assertThat(tree.find(3)).isZero();
        tree.setAll(new double[] {Double.MIN_VALUE});
        assertThat(tree.sample(Xoshiro256PlusPlus.seeded(1))).isZero();
    }

    @Example
    void frequencies() {
        double[] weights = {5, 0, 2, 1, 0, 0, 0.5, 0.25, 0.001};
        SumTree tree = new SumTree(weights.length);
        for (int i = 0; i < weights.length; i++) {
            tree.set(i, weights[i]);
        }
        long[] counts = new long[weights.length];
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        for (int i = 0; i < 1_000_000; i++) {
            counts[tree.sample(random)]++;
        }
        Concentration.assertCells(counts, ProbabilityVector.normalising(weights).toArray());
    }

    @Example
    void badInputAndEmptyTrees() {
        SumTree tree = new SumTree(3);
        assertThatIllegalStateException()
                .isThrownBy(() -> tree.find(0))
                .withMessage("total weight must be positive and finite, was 0.0");
        tree.set(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.find(2.5))
                .withMessage("point must lie in [0, 2.0], was 2.5");
        assertThatIllegalArgumentException().isThrownBy(() -> tree.find(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.find(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.set(1, Double.NaN))
                .withMessage("weight must be non-negative and finite, was NaN");
        // A refused weight leaves the tree as it was.
        assertThat(tree.weight(1)).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.setAll(new double[] {1, -1, 0}))
                .withMessage("weights[1] = -1.0 must be non-negative and finite");
        assertThat(tree.total()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.setAll(new double[2]))
                .withMessage("weights has length 2, expected 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.set(3, 1))
                .withMessage("index must lie in 0..2, was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> tree.weight(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SumTree(0))
                .withMessage("size must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SumTree((1 << 29) + 1))
                .withMessage("size must be at most 536870912, was 536870913");
        tree.setAll(new double[] {Double.MAX_VALUE, Double.MAX_VALUE, 0});
        assertThatIllegalStateException()
                .isThrownBy(() -> tree.sample(Xoshiro256PlusPlus.seeded(1)))
                .withMessage("total weight must be positive and finite, was Infinity");
    }

    private static int scan(double[] weights, double point) {
        double end = 0;
        for (int i = 0; i < weights.length; i++) {
            end += weights[i];
            if (point < end) {
                return i;
            }
        }
        throw new AssertionError(point + " lies beyond " + end);
    }

    private static int lastPositive(double[] weights) {
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            last = weights[i] > 0 ? i : last;
        }
        return last;
    }

    @Provide
    Arbitrary<double[]> weights() {
        return Weights.arbitrary(40);
    }

    @Provide
    Arbitrary<double[]> integerWeights() {
        return Arbitraries.integers()
                .between(0, 5)
                .map(i -> i < 2 ? 0.0 : i)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(40)
                .filter(weights -> lastPositive(weights) >= 0);
    }
}
