// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void namesTheNearestFigure() {
        Catalogue catalogue = Catalogue.ofPapers();
        assertThat(catalogue.nearest("mili2019-fico")).isEqualTo("milli2019-fico");
        assertThat(catalogue.nearest("feedback-rate")).isEqualTo("dai2024-feedback-rate");
        assertThat(catalogue.nearest("")).isEqualTo("exp3-tails");
    }

    @Test
    void usesIdsThatAreFileNamesAndWords() {
        for (Experiment experiment : Catalogue.ofPapers().experiments()) {
            assertThat(experiment.id()).matches("[a-z]+([0-9]{4}|[0-9])?(-[a-z0-9]+)+");
            assertThat(experiment.claims()).isNotEmpty();
        }
    }

    @Test
    void refusesTwoFiguresOfOneName() {
        assertThatThrownBy(() -> Catalogue.of(List.of(Coins.quick(), Coins.quick())))
                .hasMessage("experiments must have distinct ids, two are coins");
    }
}
