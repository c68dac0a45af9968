// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.FixtureBandit.Defect;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BanditLearnerContractTest {
    /** As a user would run it: a randomised learner. */
    @Nested
    class EpsilonGreedyContractTest extends BanditLearnerContract {
        @Override
        protected BanditLearner create(int arms, long horizon) {
            return new FixtureBandit(arms, horizon, 0.2, Defect.NONE);
        }
    }

    /** As a user would run it: a deterministic learner, which pulls the arms in order first. */
    @Nested
    class GreedyContractTest extends BanditLearnerContract {
        @Override
        protected BanditLearner create(int arms, long horizon) {
            return new FixtureBandit(arms, horizon, 0, Defect.NONE);
        }

        @Override
        protected boolean startsAtLowestArm() {
            return true;
        }

        @Override
        protected int rounds() {
            return 20;
        }
    }

    private static Map<String, String> failures(Defect defect) {
        return ContractRun.failures(new BanditLearnerContract() {
            @Override
            protected BanditLearner create(int arms, long horizon) {
                return new FixtureBandit(arms, horizon, defect == Defect.STARTS_AT_THE_LAST_ARM ? 0 : 0.2, defect);
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
        assertThat(shown).isEqualTo(ContractRun.items(BanditLearnerContract.class));
    }

    @Test
    void failuresSayWhatIsWrong() {
        assertThat(failures(Defect.ACCEPTS_NAN).get("refusesRewardsOutOfRange")).contains("NaN) must be refused");
        assertThat(failures(Defect.NAMES_NO_PARAMETER).get("refusesRewardsOutOfRange"))
                .contains("\"reward\"", "bad value");
        assertThat(failures(Defect.ALLOCATES_SOMETIMES).get("allocatesNothingInARound"))
                .contains("2000 rounds must allocate nothing", "64 bytes");
    }
}
