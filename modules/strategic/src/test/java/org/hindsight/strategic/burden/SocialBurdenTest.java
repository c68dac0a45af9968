// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SocialBurdenTest {
    private static final double[] FIFTHS = {0.2, 0.2, 0.2, 0.2, 0.2};
    private static final double[] ODD_TENTHS = {0.1, 0.3, 0.5, 0.7, 0.9};

    /**
     * Five equal masses at .1, .3, .5, .7, .9 and cost 2 (l' - l)+, so people climb by at most 1/2. By hand, for tau = .7:
     * accepted are .3 and above, so U = .2 (.9 + .3 + .5 + .7 + .9) = .66 and B+ = .2 (.1 1.2 + .3 .8 + .5 .4) / .5 = .224.
     */
    @Test
    void workedExample() {
        BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(2)).curve(OutcomePopulation.of(ODD_TENTHS, FIFTHS));
        double[] utility = {0.5, 0.5, 0.5, 0.66, 0.74};
        double[] burden = {0, 0.2 * 0.1 * 0.4 / 0.5, 0.08, 0.224, 0.48};
        double[] acceptedFrom = {0.1, 0.1, 0.1, 0.3, 0.5};
        for (int k = 0; k < 5; k++) {
            BurdenPoint point = curve.point(k);
            assertThat(point.threshold()).isEqualTo(ODD_TENTHS[k]);
            assertThat(point.utility()).isCloseTo(utility[k], within(1e-15));
            assertThat(point.burden()).isCloseTo(burden[k], within(1e-15));
            assertThat(point.groupBurdens()).containsExactly(point.burden());
            assertThat(curve.acceptedFrom(k, 0)).isEqualTo(acceptedFrom[k]);
        }
        assertThat(curve.institutionalOptimum()).isEqualTo(curve.point(4));
        assertThat(curve.nonStrategicOptimum()).isEqualTo(curve.point(2));
        assertThat(SocialBurden.INSTITUTIONAL_UTILITY.at(OutcomePopulation.of(ODD_TENTHS, FIFTHS)))
                .isCloseTo(0.74, within(1e-15));
    }

    /** Bayes accuracy is reached at .9 although tau* = 1 exceeds every likelihood: the table leaves gaps. */
    @Test
    void optimumOfATableMayLieBelowTheOptimumOfTheContinuum() {
        assertThat(LinearOutcomeCost.of(2).reach(0.5, 1)).isEqualTo(1);
        OutcomePopulation people = OutcomePopulation.of(ODD_TENTHS, FIFTHS);
        BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(2)).curve(people);
        assertThat(curve.institutionalOptimum().threshold()).isEqualTo(0.9);
        assertThat(curve.institutionalOptimum().utility()).isCloseTo(people.bayesAccuracy(), within(1e-15));
    }

    @Test
    void optimumOfAFineTableIsThatOfTheContinuum() {
        int n = 1024;
        double[] likelihoods = new double[n + 1];
        double[] masses = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            likelihoods[i] = (double) i / n;
            masses[i] = 1 + i % 7;
        }
        OutcomePopulation people = OutcomePopulation.of(likelihoods, masses);
        for (double slope : new double[] {2, 4, 8, 64}) {
            LinearOutcomeCost cost = LinearOutcomeCost.of(slope);
            BurdenCurve curve = SocialBurden.under(cost).curve(people);
            assertThat(curve.institutionalOptimum().threshold()).isEqualTo(0.5 + 1 / slope);
            assertThat(curve.institutionalOptimum().utility()).isEqualTo(people.bayesAccuracy());
        }
        BurdenCurve gentle = SocialBurden.under(LinearOutcomeCost.of(1.5)).curve(people);
        assertThat(gentle.institutionalOptimum().utility()).isLessThan(people.bayesAccuracy());
    }

    @Test
    void climbOfExactlyTheGainIsMade() {
        OutcomePopulation people = OutcomePopulation.of(new double[] {0.25, 0.75}, new double[] {1, 1});
        assertThat(SocialBurden.under(LinearOutcomeCost.of(2)).curve(people).acceptedFrom(1, 0))
                .isEqualTo(0.25);
        assertThat(SocialBurden.under(LinearOutcomeCost.of(Math.nextUp(2.0)))
                        .curve(people)
                        .acceptedFrom(1, 0))
                .isEqualTo(0.75);
        assertThat(SocialBurden.under((from, to) -> to > from ? 2 * (to - from) : 0)
                        .curve(people)
                        .acceptedFrom(1, 0))
                .isEqualTo(0.25);
    }

    @Test
    void singleLikelihoodHasNoBurden() {
        BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(3))
                .curve(OutcomePopulation.of(new double[] {0.3, 0.3}, new double[] {5, 2}));
        assertThat(curve.size()).isEqualTo(1);
        assertThat(curve.point(0).utility()).isCloseTo(0.3, within(1e-15));
        assertThat(curve.point(0).burden()).isZero();
        assertThat(curve.nonStrategicOptimumIndex()).isZero();
        assertThat(curve.institutionalOptimumIndex()).isZero();
    }

    @Test
    void certainOutcomes() {
        OutcomePopulation people = OutcomePopulation.of(new double[] {1, 0}, new double[] {3, 1});
        BurdenCurve easy = SocialBurden.under(LinearOutcomeCost.of(1e-300)).curve(people);
        assertThat(easy.point(1).utility()).isEqualTo(0.75);
        BurdenCurve steep = SocialBurden.under(LinearOutcomeCost.of(1e300)).curve(people);
        assertThat(steep.point(1).utility()).isEqualTo(1);
        // Nobody with Y = 1 has to climb.
        assertThat(steep.point(1).burden()).isZero();
    }

    @Test
    void hugeCostsStayFinite() {
        OutcomePopulation people = OutcomePopulation.of(ODD_TENTHS, FIFTHS);
        BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(1e300)).curve(people);
        assertThat(curve.point(4).burden()).isCloseTo(0.24e300, within(1e287));
        assertThat(curve.institutionalOptimum()).isEqualTo(curve.nonStrategicOptimum());
    }

    /** Without decreasing differences the gap can narrow: the disadvantaged far below barely notice a higher bar. */
    @Test
    void gapMayNarrowUnderAConcaveCost() {
        OutcomePopulation people = OutcomePopulation.ofGroups(
                new double[] {0.1, 0.6, 0.7}, new double[] {0, 1, 1e-9}, new double[] {1, 0, 1e-9});
        BurdenCurve curve = SocialBurden.under((from, to) -> to > from ? StrictMath.sqrt(to - from) : 0)
                .curve(people);
        assertThat(curve.point(2).socialGap(1, 0)).isLessThan(curve.point(1).socialGap(1, 0) - 0.1);
    }

    /** With costs of their own the groups' cuts differ, and the rule beats every rule that must treat them alike. */
    @Test
    void groupCostsCanBeatTheGroupBlindBayesAccuracy() {
        double[][] masses = {{1, 1}, {1, 1}};
        double[][] outcomes = {{1, 1}, {0, 0.5}};
        OutcomePopulation people = OutcomePopulation.groupBlind(masses, outcomes);
        assertThat(people.likelihood(0)).isEqualTo(0.5);
        assertThat(people.likelihood(1)).isEqualTo(0.75);
        BurdenCurve curve = SocialBurden.underGroupCosts(LinearOutcomeCost.of(1), LinearOutcomeCost.of(100))
                .curve(people);
        assertThat(people.bayesAccuracy()).isEqualTo((1 + 1.5) / 4);
        assertThat(curve.point(1).utility()).isEqualTo((1 + 1 + 1 + 0.5) / 4);
        assertThat(curve.acceptedFrom(1, 0)).isEqualTo(0.5);
        assertThat(curve.acceptedFrom(1, 1)).isEqualTo(0.75);
    }

    /** Equal likelihoods but unequal costs: two groups with a peak each. */
    @Test
    void groupCostsCanGiveUtilityTwoPeaks() {
        int n = 65;
        double[] likelihoods = new double[n];
        double[] masses = new double[n];
        for (int i = 0; i < n; i++) {
            likelihoods[i] = i / 64.0;
            masses[i] = Math.abs(likelihoods[i] - 0.5) < 0.1 ? 1 : 1e-3;
        }
        OutcomePopulation people = OutcomePopulation.ofGroups(likelihoods, masses, masses);
        BurdenCurve curve = SocialBurden.underGroupCosts(LinearOutcomeCost.of(64), LinearOutcomeCost.of(2.5))
                .curve(people);
        // The first group is cut at 1/2 by tau = 33/64; the second, past its whole bulk, not before tau = 58/64.
        double valley = curve.point(45).utility();
        assertThat(curve.point(33).utility()).isGreaterThan(valley + 0.01);
        assertThat(curve.point(58).utility()).isGreaterThan(valley + 0.01);
    }

    @Test
    void tiesForTheOptimumGoToTheLeastBurden() {
        BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(1))
                .curve(OutcomePopulation.of(new double[] {0.25, 0.5, 0.75}, new double[] {1, 1, 1}));
        // A gain of one pays for every climb, so all three thresholds accept everybody.
        assertThat(curve.point(2).utility()).isEqualTo(curve.point(0).utility());
        assertThat(curve.institutionalOptimumIndex()).isZero();
        assertThat(curve.nonStrategicOptimum().threshold()).isEqualTo(0.5);
    }

    @Test
    void nonStrategicOptimumOfABleakPopulationIsItsBest() {
        BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(1))
                .curve(OutcomePopulation.of(new double[] {0.1, 0.4}, new double[] {1, 1}));
        assertThat(curve.nonStrategicOptimum().threshold()).isEqualTo(0.4);
    }

    @Test
    void badCostsAreRefused() {
        OutcomePopulation people = OutcomePopulation.of(ODD_TENTHS, FIFTHS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialBurden.under((from, to) -> Double.NaN).curve(people))
                .withMessage("cost(0.1, 0.3) = NaN must be non-negative and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialBurden.under((from, to) -> from).curve(people))
                .withMessage("cost(0.3, 0.5) = 0.3 must be at most cost(0.1, 0.5) = 0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialBurden.under((from, to) -> 1 - to).curve(people))
                .withMessage("cost(0.1, 0.5) = 0.5 must be at least cost(0.1, 0.3) = 0.7");
        AdditiveOutcomeCost negative = (from, to) -> from - to;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialBurden.under(negative).curve(people))
                .withMessageContaining("must be non-negative and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialBurden.under(LinearOutcomeCost.of(1)).withGain(0))
                .withMessage("newGain must be positive and finite, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialBurden.underGroupCosts(LinearOutcomeCost.of(1), LinearOutcomeCost.of(2))
                        .curve(people))
                .withMessage("costs has length 2, expected 1");
        assertThatIllegalArgumentException()
                .isThrownBy(SocialBurden::underGroupCosts)
                .withMessage("costs.length must be at least 1, was 0");
    }

    @Test
    void pointsAndIndicesAreChecked() {
        BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(2)).curve(OutcomePopulation.of(ODD_TENTHS, FIFTHS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.point(5))
                .withMessage("index must lie in 0..4, was 5");
        assertThatIllegalArgumentException().isThrownBy(() -> curve.acceptedFrom(5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.acceptedFrom(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.point(0).socialGap(0, 1))
                .withMessage("group must lie in 0..0, was 1");
        assertThat(curve.points()).hasSize(5).isUnmodifiable();
    }
}
