// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import org.hindsight.core.learning.FeedbackMonotonicity;

/**
 * How a count of an arm, its pulls or its rewards seen, responded when the arm's feedback rate was raised, and what the
 * learner had declared about it.
 *
 * @param declared the direction that the learner declares
 * @param meanDifference the mean over the pairs of runs of the count at the higher rate less the count at the lower rate
 * @param standardError the standard error of that mean
 * @param slack how far the expectation may be on the wrong side of a declared direction
 * @param violations the number of pairs that contradict a direction that is proven pair by pair
 */
public record FeedbackResponse(
        FeedbackMonotonicity declared, double meanDifference, double standardError, double slack, long violations) {
    /** Both tails beyond it together have probability 1e-4 under the standard normal law. */
    private static final double QUANTILE = 3.890591886413;

    /** What the runs say about a declaration. */
    public enum Verdict {
        /** The runs do not contradict the declared direction. */
        CONSISTENT,
        /** A pair contradicts a direction proven pair by pair, or the mean is significantly on the wrong side. */
        CONTRADICTED,
        /** The learner declares no direction, and whatever the runs show is no evidence for that. */
        NOTHING_DECLARED
    }

    /**
     * Creates a response.
     *
     * @param declared the direction that the learner declares
     * @param meanDifference the mean difference
     * @param standardError its standard error
     * @param slack how far the expectation may be on the wrong side
     * @param violations the number of contradicting pairs
     */
    public FeedbackResponse {
        Objects.requireNonNull(declared, "declared");
    }

    /**
     * Returns the sign of the mean difference at the two-sided level 1e-4, by the normal approximation.
     *
     * @return 1 or -1 if the mean is more than 3.89 standard errors from zero, otherwise 0
     */
    public int sign() {
        return Math.abs(meanDifference) > QUANTILE * standardError ? (int) Math.signum(meanDifference) : 0;
    }

    /**
     * Compares with the declaration, at the two-sided level 1e-4.
     *
     * @return the verdict; never one for a learner that declares nothing
     */
    public Verdict verdict() {
        double tolerated = QUANTILE * standardError + slack;
        boolean consistent =
                switch (declared) {
                    case NONE -> true;
                    case POSITIVE -> meanDifference >= -tolerated;
                    case NEGATIVE -> meanDifference <= tolerated;
                    case BALANCED -> Math.abs(meanDifference) <= tolerated;
                };
        if (declared == FeedbackMonotonicity.NONE) {
            return Verdict.NOTHING_DECLARED;
        }
        return consistent && violations == 0 ? Verdict.CONSISTENT : Verdict.CONTRADICTED;
    }
}
