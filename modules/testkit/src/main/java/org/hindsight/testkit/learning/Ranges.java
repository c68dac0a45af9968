// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import java.util.stream.DoubleStream;

/** Numbers in and outside a range, of which either end may be infinite. */
final class Ranges {
    private Ranges() {}

    /** Maps [0, 1) onto a range: a tenth to the least, a tenth to the greatest, the others evenly between. */
    static double spread(double uniform, double least, double greatest) {
        double low = Double.isFinite(least) ? least : Double.isFinite(greatest) ? greatest - 1 : 0;
        double high = Double.isFinite(greatest) ? greatest : low + 1;
        double position = Math.min(1, Math.max(0, (uniform - 0.1) / 0.8));
        return (1 - position) * low + position * high;
    }

    /** What a learner of the range must refuse: NaN, infinities, numbers just and far outside. */
    static double[] outside(double least, double greatest) {
        DoubleStream never = DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        DoubleStream below =
                Double.isFinite(least) ? DoubleStream.of(Math.nextDown(least), least - 1e9) : DoubleStream.empty();
        DoubleStream above = Double.isFinite(greatest)
                ? DoubleStream.of(Math.nextUp(greatest), greatest + 1e9)
                : DoubleStream.empty();
        return DoubleStream.concat(never, DoubleStream.concat(below, above)).toArray();
    }
}
