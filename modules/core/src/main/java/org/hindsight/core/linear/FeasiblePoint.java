// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

/** How well a point satisfies a program, for the certificates; shares nothing with the solvers. */
final class FeasiblePoint {
    private FeasiblePoint() {}

    /** A constraint's left side minus its right-hand side. */
    static ProductSum excess(LinearProgram program, int constraint, double[] point) {
        ProductSum sum = new ProductSum();
        for (int k = 0; k < program.entries(constraint); k++) {
            sum.add(program.entryCoefficient(constraint, k), point[program.entryVariable(constraint, k)]);
        }
        sum.add(-1, program.rightHandSide(constraint));
        return sum;
    }

    /** The largest violation of a constraint or bound, relative to the largest term in it. */
    static double violation(LinearProgram program, double[] point) {
        double worst = 0;
        for (int i = 0; i < program.constraints(); i++) {
            ProductSum row = excess(program, i, point);
            double violation = program.relation(i).violation(row.value());
            worst = Math.max(worst, ProductSum.relative(violation, row.largest()));
        }
        for (int j = 0; j < point.length; j++) {
            worst = Math.max(worst, belowOrAbove(point[j], program.lower(j), program.upper(j)));
        }
        return worst;
    }

    private static double belowOrAbove(double x, double lower, double upper) {
        if (x < lower) {
            return ProductSum.relative(lower - x, Math.max(Math.abs(lower), Math.abs(x)));
        }
        return x > upper ? ProductSum.relative(x - upper, Math.max(Math.abs(upper), Math.abs(x))) : 0;
    }
}
