// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.List;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.experiments.plot.Look;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.table.Table;

/** The means of one measure against the feedback rate, with their standard errors. */
final class RateCurve {
    /** A difference of means beyond six standard errors has a two-sided normal probability of 2e-9. */
    static final double STANDARD_ERRORS = 6;

    /** A trend is stated beyond four standard errors; two-sided normal probability 6e-5. */
    private static final double STANDARD_ERRORS_OF_TREND = 4;

    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;

    private static final double THOUSAND = 1000;

    final double[] rate;
    final double[] mean;
    final double[] error;

    private RateCurve(double[] rate, double[] mean, double[] error) {
        this.rate = rate;
        this.mean = mean;
        this.error = error;
    }

    /** The curve of a measure in a table whose rows are in order of the column {@code rate}. */
    static RateCurve of(Table rows, String measure) {
        return new RateCurve(rows.numbers("rate"), rows.numbers(measure + "_mean"), rows.numbers(measure + "_se"));
    }

    /** The sum of independent curves over the same rates. */
    static RateCurve sum(List<RateCurve> curves) {
        double[] rate = curves.get(0).rate;
        double[] mean = new double[rate.length];
        double[] error = new double[rate.length];
        for (RateCurve curve : curves) {
            for (int i = 0; i < rate.length; i++) {
                mean[i] += curve.mean[i];
                error[i] = Math.hypot(error[i], curve.error[i]);
            }
        }
        return new RateCurve(rate, mean, error);
    }

    double first() {
        return mean[0];
    }

    double last() {
        return mean[mean.length - 1];
    }

    /** Whether no difference of two means goes the wrong way by more than noise and a slack. */
    boolean isConsistentWith(FeedbackMonotonicity direction, double slack) {
        for (int i = 0; i < mean.length; i++) {
            for (int j = i + 1; j < mean.length; j++) {
                double noise = STANDARD_ERRORS * Math.hypot(error[i], error[j]) + slack;
                double rise = mean[j] - mean[i];
                boolean rightWay =
                        switch (direction) {
                            case POSITIVE -> rise >= -noise;
                            case NEGATIVE -> rise <= noise;
                            case BALANCED -> Math.abs(rise) <= noise;
                            case NONE -> true;
                        };
                if (!rightWay) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The sign of the last mean less the first: 1 or -1 if they differ by more than noise, otherwise 0. */
    int trend() {
        double rise = last() - first();
        double noise = STANDARD_ERRORS_OF_TREND * Math.hypot(error[0], error[error.length - 1]);
        return Math.abs(rise) > noise ? (int) Math.signum(rise) : 0;
    }

    /** The least-squares slope of the logarithm of the mean against that of the rate. */
    double logLogSlope() {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < rate.length; i++) {
            meanX += StrictMath.log(rate[i]) / rate.length;
            meanY += StrictMath.log(mean[i]) / rate.length;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < rate.length; i++) {
            double x = StrictMath.log(rate[i]) - meanX;
            products += x * (StrictMath.log(mean[i]) - meanY);
            squares += x * x;
        }
        return products / squares;
    }

    /** The 95 % band and the curve, in thousands. */
    List<Mark> marks(String label, Look look) {
        return List.of(
                new Mark.Band(rate, thousands(-BAND), thousands(BAND), look.colour()),
                new Mark.Curve(label, rate, thousands(0), look));
    }

    private double[] thousands(double errors) {
        double[] moved = new double[mean.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (mean[i] + errors * error[i]) / THOUSAND;
        }
        return moved;
    }
}
