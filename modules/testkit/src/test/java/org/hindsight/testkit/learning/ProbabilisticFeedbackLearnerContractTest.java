// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.testkit.learning.FixtureFeedbackLearner.Defect;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbabilisticFeedbackLearnerContractTest {
    /** As a user would run it. */
    @Nested
    class PullUntilFeedbackContractTest extends ProbabilisticFeedbackLearnerContract {
        @Override
        protected ProbabilisticFeedbackLearner create(int arms, long horizon) {
            return new FixtureFeedbackLearner(arms, horizon, 0.2, Defect.NONE);
        }
    }

    private static Map<String, String> failures(Defect defect) {
        return ContractRun.failures(new ProbabilisticFeedbackLearnerContract() {
            @Override
            protected ProbabilisticFeedbackLearner create(int arms, long horizon) {
                return new FixtureFeedbackLearner(
                        arms, horizon, defect == Defect.STARTS_AT_THE_LAST_ARM ? 0 : 0.2, defect);
            }

            @Override
            protected boolean startsAtLowestArm() {
                return defect == Defect.STARTS_AT_THE_LAST_ARM;
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void noticesTheDefect(Defect defect) {
        if (defect == Defect.NONE) {
            assertThat(failures(defect)).isEmpty();
        } else {
            assertThat(failures(defect)).containsKey(defect.item);
        }
    }

    @Test
    void everyItemIsShownToFail() {
        TreeSet<String> shown = new TreeSet<>();
        Arrays.stream(Defect.values()).map(defect -> defect.item).forEach(shown::add);
        shown.remove("");
        assertThat(shown).isEqualTo(ContractRun.items(ProbabilisticFeedbackLearnerContract.class));
    }
}
