// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FixtureHedge.Defect;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FullInformationLearnerContractTest {
    /** As a user would run it. */
    @Nested
    class HedgeContractTest extends FullInformationLearnerContract {
        @Override
        protected FullInformationLearner create(int actions, long horizon) {
            return new FixtureHedge(actions, horizon, 0.3, Defect.NONE);
        }

        @Override
        protected boolean startsUniform() {
            return true;
        }
    }

    /** As a user would run it. */
    @Nested
    class FollowTheLeaderContractTest extends FullInformationLearnerContract {
        @Override
        protected FullInformationLearner create(int actions, long horizon) {
            return new FixtureHedge(actions, horizon, Double.POSITIVE_INFINITY, Defect.NONE);
        }

        @Override
        protected boolean startsAtLowestAction() {
            return true;
        }

        @Override
        protected int rounds() {
            return 20;
        }
    }

    private static Map<String, String> failures(Defect defect) {
        return ContractRun.failures(new FullInformationLearnerContract() {
            @Override
            protected FullInformationLearner create(int actions, long horizon) {
                double rate = defect == Defect.LEADS_FROM_THE_END ? Double.POSITIVE_INFINITY : 0.3;
                return new FixtureHedge(actions, horizon, rate, defect);
            }

            @Override
            protected int rounds() {
                return 500;
            }

            @Override
            protected boolean startsUniform() {
                return defect == Defect.STARTS_SKEWED;
            }

            @Override
            protected boolean startsAtLowestAction() {
                return defect == Defect.LEADS_FROM_THE_END;
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
        assertThat(shown).isEqualTo(ContractRun.items(FullInformationLearnerContract.class));
    }
}
