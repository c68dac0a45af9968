// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OutcomePopulationTest {
    @Test
    void rowsAreSortedMergedAndDroppedWhenEmpty() {
        OutcomePopulation people =
                OutcomePopulation.of(new double[] {0.75, 0.25, 0.75, 0.5, -0.0, 0.0}, new double[] {1, 2, 4, 0, 8, 1});
        assertThat(people.size()).isEqualTo(3);
        assertThat(people.groups()).isEqualTo(1);
        assertThat(people.likelihood(0)).isEqualTo(0.0);
        assertThat(people.likelihood(1)).isEqualTo(0.25);
        assertThat(people.likelihood(2)).isEqualTo(0.75);
        assertThat(people.mass(0, 0)).isEqualTo(9);
        assertThat(people.mass(0, 2)).isEqualTo(5);
        assertThat(people.positives(0, 2)).isEqualTo(3.75);
        assertThat(people.positives(0)).isEqualTo(4.25);
        assertThat(people.positives()).isEqualTo(4.25);
        assertThat(people.mass()).isEqualTo(16);
        assertThat(people.baseRate()).isEqualTo(4.25 / 16);
        assertThat(people.bayesAccuracy()).isEqualTo((9 + 1.5 + 3.75) / 16);
    }

    @Test
    void groupsKeepTheirOwnOutcomes() {
        OutcomePopulation people = OutcomePopulation.groupBlind(
                new double[][] {{3, 1, 0}, {1, 1, 0}}, new double[][] {{1, 0, 0.9}, {0, 0.5, 0.1}});
        // Pooled: (3 1 + 1 0) / 4 = .75 and (0 + .5) / 2 = .25; the empty row is gone.
        assertThat(people.size()).isEqualTo(2);
        assertThat(people.likelihood(0)).isEqualTo(0.25);
        assertThat(people.likelihood(1)).isEqualTo(0.75);
        assertThat(people.positives(1, 0)).isEqualTo(0.5);
        assertThat(people.positives(0, 1)).isEqualTo(3);
        assertThat(people.mass(1, 1)).isEqualTo(1);
    }

    @Test
    void pooledLikelihoodsStayInTheUnitInterval() {
        OutcomePopulation people = OutcomePopulation.groupBlind(
                new double[][] {{0.1, 0.3}, {0.2, 0.7}, {0.7, 1e-17}}, new double[][] {{1, 1}, {1, 1}, {1, 1}});
        assertThat(people.size()).isEqualTo(1);
        assertThat(people.likelihood(0)).isEqualTo(1);
    }

    @Test
    void groupWithoutPositivesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(new double[] {0}, new double[] {1}))
                .withMessage("group 0 must have positive outcomes, or its burden is undefined");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OutcomePopulation.ofGroups(new double[] {0, 0.5}, new double[] {1, 1}, new double[] {1, 0}))
                .withMessageStartingWith("group 1 must have positive outcomes");
    }

    @Test
    void badRowsAreRefused() {
        double[] half = {0.5};
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(new double[] {0.5, Double.NaN}, new double[] {1, 1}))
                .withMessage("likelihoods[1] = NaN must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(new double[] {1.5}, one))
                .withMessage("likelihoods[0] = 1.5 must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(half, new double[] {-1}))
                .withMessage("groupMasses[0][0] must be non-negative and finite, was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(half, new double[] {1, 2}))
                .withMessage("groupMasses[0] has length 2, expected 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(half, new double[] {0}))
                .withMessage("number of rows with mass must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(new double[0], new double[0]))
                .withMessage("number of rows with mass must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.ofGroups(half))
                .withMessage("groupMasses.length must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.of(new double[] {0.5, 1}, new double[] {1e308, 1e308}))
                .withMessageContaining("must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.groupBlind(new double[][] {one}, new double[][] {half, half}))
                .withMessage("groupLikelihoods has length 2, expected 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.groupBlind(new double[][] {one}, new double[][] {{2}}))
                .withMessage("groupLikelihoods[0][0] = 2.0 must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OutcomePopulation.groupBlind(new double[][] {one, {1, 2}}, new double[][] {half, half}))
                .withMessage("groupMasses[1] has length 2, expected 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomePopulation.groupBlind(new double[0][], new double[0][]))
                .withMessage("groupMasses.length must be at least 1, was 0");
    }

    @Test
    void inputIsCopied() {
        double[] likelihoods = {0.5, 0.75};
        double[] masses = {1, 1};
        OutcomePopulation people = OutcomePopulation.of(likelihoods, masses);
        likelihoods[0] = 0;
        masses[1] = 7;
        assertThat(people.likelihood(0)).isEqualTo(0.5);
        assertThat(people.mass(0, 1)).isEqualTo(1);
    }
}
