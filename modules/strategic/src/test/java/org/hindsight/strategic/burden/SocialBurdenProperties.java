// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

class SocialBurdenProperties {
    /** Rounding of a handful of sums of numbers of size one. */
    private static final double ROUNDING = 1e-12;

    // ---- brute force ----

    @Property
    void curveEqualsBruteForce(@ForAll("anywhere") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        OutcomePopulation people = crowd.both();
        double[] everyone = sum(crowd.first(), crowd.second());
        BurdenCurve curve = SocialBurden.under(cost).curve(people);
        double[] l = crowd.likelihoods();
        for (BurdenPoint point : curve.points()) {
            boolean[] accepts = BruteForce.threshold(l, point.threshold());
            assertThat(point.utility()).isCloseTo(BruteForce.utility(l, accepts, everyone, cost, 1), within(ROUNDING));
            assertRelative(point.burden(), BruteForce.burden(l, accepts, everyone, cost));
            assertRelative(point.groupBurden(0), BruteForce.burden(l, accepts, crowd.first(), cost));
            assertRelative(point.groupBurden(1), BruteForce.burden(l, accepts, crowd.second(), cost));
        }
        double[] inhabited = IntStream.range(0, l.length)
                .filter(i -> everyone[i] > 0)
                .mapToDouble(i -> l[i])
                .distinct()
                .sorted()
                .toArray();
        assertThat(curve.points().stream().mapToDouble(BurdenPoint::threshold)).containsExactly(box(inhabited));
    }

    @Property
    void groupCostsEqualBruteForce(
            @ForAll("anywhere") Crowd crowd,
            @ForAll("costs") OutcomeMonotonicCost one,
            @ForAll("costs") OutcomeMonotonicCost other,
            @ForAll("gains") double gain) {
        BurdenCurve curve =
                SocialBurden.underGroupCosts(one, other).withGain(gain).curve(crowd.both());
        double[] l = crowd.likelihoods();
        double first = Arrays.stream(crowd.first()).sum();
        double second = Arrays.stream(crowd.second()).sum();
        for (BurdenPoint point : curve.points()) {
            boolean[] accepts = BruteForce.threshold(l, point.threshold());
            double utility = (first * BruteForce.utility(l, accepts, crowd.first(), one, gain)
                            + second * BruteForce.utility(l, accepts, crowd.second(), other, gain))
                    / (first + second);
            assertThat(point.utility()).isCloseTo(utility, within(ROUNDING));
            assertRelative(point.groupBurden(0), BruteForce.burden(l, accepts, crowd.first(), one));
            assertRelative(point.groupBurden(1), BruteForce.burden(l, accepts, crowd.second(), other));
        }
    }

    @Property
    void groupBlindLikelihoodsPoolOutcomes(
            @ForAll("anywhere") Crowd crowd,
            @ForAll("anywhere") Crowd other,
            @ForAll("costs") OutcomeMonotonicCost cost) {
        int rows = Math.min(crowd.rows(), other.rows());
        double[][] masses = {Arrays.copyOf(crowd.first(), rows), Arrays.copyOf(crowd.second(), rows)};
        double[][] outcomes = {Arrays.copyOf(crowd.likelihoods(), rows), Arrays.copyOf(other.likelihoods(), rows)};
        double[] mass = sum(masses[0], masses[1]);
        double[] positives = new double[rows];
        double[] feature = new double[rows];
        for (int i = 0; i < rows; i++) {
            positives[i] = masses[0][i] * outcomes[0][i] + masses[1][i] * outcomes[1][i];
            feature[i] = mass[i] > 0 ? positives[i] / mass[i] : 0;
        }
        Assume.that(dot(masses[0], outcomes[0]) > 0 && dot(masses[1], outcomes[1]) > 0);
        BurdenCurve curve = SocialBurden.under(cost).curve(OutcomePopulation.groupBlind(masses, outcomes));
        for (BurdenPoint point : curve.points()) {
            double right = 0;
            double[] paid = new double[2];
            for (int i = 0; i < rows; i++) {
                double climb = cost.cost(feature[i], point.threshold());
                right += climb <= 1 ? positives[i] : mass[i] - positives[i];
                for (int g = 0; g < 2; g++) {
                    paid[g] += masses[g][i] * outcomes[g][i] * climb;
                }
            }
            assertThat(point.utility()).isCloseTo(right / Arrays.stream(mass).sum(), within(ROUNDING));
            assertRelative(point.groupBurden(0), paid[0] / dot(masses[0], outcomes[0]));
            assertRelative(point.groupBurden(1), paid[1] / dot(masses[1], outcomes[1]));
            assertRelative(
                    point.burden(), (paid[0] + paid[1]) / (dot(masses[0], outcomes[0]) + dot(masses[1], outcomes[1])));
        }
    }

    @Property
    void additiveCostsGiveTheSameCurveStepByStepAndPairByPair(
            @ForAll("anywhere") Crowd crowd, @ForAll("additiveCosts") AdditiveOutcomeCost cost) {
        OutcomeMonotonicCost hidden = (from, to) -> cost.cost(from, to);
        BurdenCurve steps = SocialBurden.under(cost).curve(crowd.both());
        BurdenCurve pairs = SocialBurden.under(hidden).curve(crowd.both());
        for (int k = 0; k < steps.size(); k++) {
            assertThat(steps.point(k).utility()).isEqualTo(pairs.point(k).utility());
            assertRelative(steps.point(k).burden(), pairs.point(k).burden());
            assertThat(steps.acceptedFrom(k, 1)).isEqualTo(pairs.acceptedFrom(k, 1));
        }
    }

    // ---- M1: every classifier is a threshold ----

    @Property(tries = 100)
    void everyClassifierActsLikeItsLowestAcceptedThreshold(
            @ForAll("small") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        double[] features = crowd.likelihoods();
        // Every feature is inhabited, so that every likelihood is attained.
        double[] masses = Arrays.stream(crowd.first()).map(m -> m + 1).toArray();
        OutcomePopulation people = OutcomePopulation.of(features, masses);
        BurdenCurve curve = SocialBurden.under(cost).curve(people);
        for (int f = 1; f < 1 << features.length; f++) {
            boolean[] accepts = new boolean[features.length];
            double lowest = 1;
            for (int z = 0; z < features.length; z++) {
                accepts[z] = (f >> z & 1) == 1;
                lowest = accepts[z] ? Math.min(lowest, features[z]) : lowest;
            }
            int k = indexOf(curve, lowest);
            for (double from : features) {
                assertThat(BruteForce.accepted(from, features, accepts, cost, 1))
                        .isEqualTo(from >= curve.acceptedFrom(k, 0));
            }
            assertThat(BruteForce.utility(features, accepts, masses, cost, 1))
                    .isCloseTo(curve.point(k).utility(), within(ROUNDING));
            assertRelative(curve.point(k).burden(), BruteForce.burden(features, accepts, masses, cost));
        }
    }

    // ---- M2, M3: acceptance regions and the shape of utility ----

    @Property
    void acceptedAreThoseWhoseClimbIsWorthTheGain(
            @ForAll("anywhere") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost, @ForAll("gains") double gain) {
        OutcomePopulation people = crowd.alone();
        BurdenCurve curve = SocialBurden.under(cost).withGain(gain).curve(people);
        for (int k = 0; k < curve.size(); k++) {
            for (int i = 0; i < people.size(); i++) {
                double l = people.likelihood(i);
                assertThat(l >= curve.acceptedFrom(k, 0))
                        .isEqualTo(cost.cost(l, curve.point(k).threshold()) <= gain);
            }
        }
    }

    @Property
    void utilityRisesUntilTheCutPassesOneHalfAndThenFalls(
            @ForAll("exact") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        BurdenCurve curve = SocialBurden.under(cost).curve(crowd.both());
        for (int k = 1; k < curve.size(); k++) {
            double before = curve.point(k - 1).utility();
            double after = curve.point(k).utility();
            // Who drops out at this step lies in [acceptedFrom(k - 1), acceptedFrom(k)).
            if (curve.acceptedFrom(k - 1, 0) >= 0.5) {
                assertThat(after).isLessThanOrEqualTo(before);
            }
            if (highestBelow(crowd.both(), curve.acceptedFrom(k, 0)) <= 0.5) {
                assertThat(after).isGreaterThanOrEqualTo(before);
            }
        }
        assertUnimodal(curve, 0);
    }

    @Property
    void utilityIsUnimodalForRoundedDataToo(
            @ForAll("anywhere") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        assertUnimodal(SocialBurden.under(cost).curve(crowd.both()), ROUNDING);
    }

    @Property
    void reachFromOneHalfSeparatesTheRisingFromTheFallingBranch(
            @ForAll("exact") Crowd crowd, @ForAll("dyadicSlopes") double slope) {
        LinearOutcomeCost cost = LinearOutcomeCost.of(slope);
        double best = cost.reach(0.5, 1);
        assertThat(best).isEqualTo(0.5 + 1 / slope);
        BurdenCurve curve = SocialBurden.under(cost).curve(crowd.both());
        for (int k = 1; k < curve.size(); k++) {
            if (curve.point(k).threshold() <= best) {
                assertThat(curve.point(k).utility())
                        .isGreaterThanOrEqualTo(curve.point(k - 1).utility());
            }
            if (curve.point(k - 1).threshold() >= best) {
                assertThat(curve.point(k).utility())
                        .isLessThanOrEqualTo(curve.point(k - 1).utility());
            }
        }
    }

    @Property
    void bayesAccuracyIsReachedExactlyWhenSomeThresholdSeparatesAtOneHalf(
            @ForAll("exact") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        OutcomePopulation people = crowd.both();
        BurdenCurve curve = SocialBurden.under(cost).curve(people);
        boolean separates = false;
        for (int k = 0; k < curve.size(); k++) {
            double cut = curve.acceptedFrom(k, 0);
            separates |= cut >= 0.5 ? highestBelow(people, cut) <= 0.5 : false;
        }
        double bayes = SocialBurden.INSTITUTIONAL_UTILITY.at(people);
        double best = curve.institutionalOptimum().utility();
        if (separates) {
            assertThat(best).isEqualTo(bayes);
        } else {
            assertThat(best).isLessThan(bayes);
        }
    }

    @Property
    void utilityNeverExceedsItsBound(
            @ForAll("anywhere") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost, @ForAll("gains") double gain) {
        OutcomePopulation people = crowd.both();
        double bound = SocialBurden.INSTITUTIONAL_UTILITY.at(people);
        for (BurdenPoint point :
                SocialBurden.under(cost).withGain(gain).curve(people).points()) {
            assertThat(point.utility()).isLessThanOrEqualTo(bound + ROUNDING);
        }
    }

    // ---- M4, M5: burden, and what utility costs ----

    @Property
    void burdenNeverFalls(@ForAll("anywhere") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        // Additive costs: not even by rounding.
        double slack = cost instanceof AdditiveOutcomeCost ? 0 : ROUNDING;
        BurdenCurve curve = SocialBurden.under(cost).curve(crowd.both());
        assertThat(curve.point(0).burden()).isZero();
        for (int k = 1; k < curve.size(); k++) {
            BurdenPoint before = curve.point(k - 1);
            BurdenPoint after = curve.point(k);
            assertThat(after.burden()).isGreaterThanOrEqualTo(before.burden() * (1 - slack));
            for (int g = 0; g < 2; g++) {
                assertThat(after.groupBurden(g)).isGreaterThanOrEqualTo(before.groupBurden(g) * (1 - slack));
            }
        }
    }

    @Property
    void moreUtilityThanAtTheNonStrategicOptimumMeansNoLessBurden(
            @ForAll("exact") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        BurdenCurve curve = SocialBurden.under(cost).curve(crowd.both());
        BurdenPoint naive = curve.nonStrategicOptimum();
        for (BurdenPoint point : curve.points()) {
            if (point.utility() > naive.utility()) {
                assertThat(point.threshold()).isGreaterThan(naive.threshold());
                assertThat(point.burden()).isGreaterThanOrEqualTo(naive.burden());
            }
        }
    }

    @Property
    void utilityAndBurdenRiseTogetherUpToTheOptimum(
            @ForAll("exact") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        BurdenCurve curve = SocialBurden.under(cost).curve(crowd.both());
        assertThat(curve.institutionalOptimum().utility())
                .isEqualTo(curve.points().stream()
                        .mapToDouble(BurdenPoint::utility)
                        .max()
                        .orElseThrow());
        for (int k = 1; k <= curve.institutionalOptimumIndex(); k++) {
            assertThat(curve.point(k).utility())
                    .isGreaterThanOrEqualTo(curve.point(k - 1).utility());
            assertThat(curve.point(k).burden())
                    .isGreaterThanOrEqualTo(curve.point(k - 1).burden() * (1 - ROUNDING));
        }
    }

    @Property
    void nonStrategicOptimumIsBestWhenNobodyMoves(@ForAll("exact") Crowd crowd) {
        OutcomePopulation people = crowd.both();
        // A slope so steep that no step is worth it.
        BurdenCurve still = SocialBurden.under(LinearOutcomeCost.of(1e6)).curve(people);
        assertThat(still.nonStrategicOptimum().utility())
                .isEqualTo(still.institutionalOptimum().utility());
    }

    // ---- M6, M7: groups ----

    @Property
    void groupWithLowerLikelihoodsBearsMore(
            @ForAll("dominated") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        for (BurdenPoint point : SocialBurden.under(cost).curve(crowd.both()).points()) {
            assertThat(point.socialGap(1, 0)).isGreaterThanOrEqualTo(-ROUNDING * point.burden());
        }
    }

    @Property
    void gapWidensUnderDecreasingDifferences(
            @ForAll("dominated") Crowd crowd, @ForAll("costsOfDecreasingDifferences") OutcomeMonotonicCost cost) {
        BurdenCurve curve = SocialBurden.under(cost).curve(crowd.both());
        for (int k = 1; k < curve.size(); k++) {
            assertThat(curve.point(k).socialGap(1, 0))
                    .isGreaterThanOrEqualTo(curve.point(k - 1).socialGap(1, 0)
                            - ROUNDING * curve.point(k).burden());
        }
    }

    @Property
    void cheaperClimbLeavesAGapInProportion(
            @ForAll("anywhere") Crowd crowd,
            @ForAll("costs") OutcomeMonotonicCost cost,
            @ForAll("factors") double factor) {
        OutcomePopulation people = OutcomePopulation.ofGroups(crowd.likelihoods(), crowd.first(), crowd.first());
        BurdenCurve curve =
                SocialBurden.underGroupCosts(cost.times(factor), cost).curve(people);
        double last = 0;
        for (BurdenPoint point : curve.points()) {
            double gap = point.socialGap(1, 0);
            assertThat(gap)
                    .isCloseTo((1 - factor) * point.groupBurden(1), within(ROUNDING * point.groupBurden(1)))
                    .isGreaterThanOrEqualTo(last - ROUNDING * point.groupBurden(1));
            last = gap;
        }
    }

    // ---- what must not matter ----

    @Property
    void onlyRatiosOfMassesMatter(@ForAll("anywhere") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        double[] doubled = Arrays.stream(crowd.first()).map(m -> 1024 * m).toArray();
        assertThat(SocialBurden.under(cost)
                        .curve(OutcomePopulation.of(crowd.likelihoods(), doubled))
                        .points())
                .isEqualTo(SocialBurden.under(cost).curve(crowd.alone()).points());
    }

    @Property
    void orderAndSplittingOfRowsDoNotMatter(@ForAll("exact") Crowd crowd, @ForAll("costs") OutcomeMonotonicCost cost) {
        int n = crowd.rows();
        double[] likelihoods = new double[2 * n];
        double[] masses = new double[2 * n];
        for (int i = 0; i < n; i++) {
            likelihoods[i] = crowd.likelihoods()[n - 1 - i];
            likelihoods[n + i] = crowd.likelihoods()[i];
            masses[i] = crowd.first()[n - 1 - i] / 4;
            masses[n + i] = crowd.first()[i] * 3 / 4;
        }
        assertThat(SocialBurden.under(cost)
                        .curve(OutcomePopulation.of(likelihoods, masses))
                        .points())
                .isEqualTo(SocialBurden.under(cost).curve(crowd.alone()).points());
    }

    @Property
    void gainIsTheUnitOfCost(@ForAll("exact") Crowd crowd, @ForAll("dyadicSlopes") double slope) {
        BurdenCurve one = SocialBurden.under(LinearOutcomeCost.of(slope)).curve(crowd.both());
        BurdenCurve four =
                SocialBurden.under(LinearOutcomeCost.of(4 * slope)).withGain(4).curve(crowd.both());
        for (int k = 0; k < one.size(); k++) {
            assertThat(four.point(k).utility()).isEqualTo(one.point(k).utility());
            assertThat(four.point(k).burden()).isEqualTo(4 * one.point(k).burden());
        }
    }

    // ---- generators ----

    @Provide
    Arbitrary<Crowd> exact() {
        return Crowd.exact(12);
    }

    @Provide
    Arbitrary<Crowd> small() {
        return Crowd.exact(7);
    }

    @Provide
    Arbitrary<Crowd> anywhere() {
        return Crowd.anywhere(12);
    }

    /** The second group's positives are the first's, with some of them moved to lower likelihoods. */
    @Provide
    Arbitrary<Crowd> dominated() {
        return Crowd.anywhere(10).map(crowd -> {
            double[] l = crowd.likelihoods().clone();
            for (int i = 0; i < l.length; i++) {
                l[i] = Math.max(l[i], 1e-3);
            }
            Arrays.sort(l);
            double[] positives = new double[l.length];
            for (int i = 0; i < l.length; i++) {
                positives[i] = crowd.first()[i] * l[i];
            }
            for (int i = 1; i < l.length; i++) {
                double moved = positives[i] * crowd.second()[i];
                positives[i] -= moved;
                positives[(int) (crowd.second()[i - 1] * (i - 1))] += moved;
            }
            double[] second = new double[l.length];
            for (int i = 0; i < l.length; i++) {
                second[i] = positives[i] / l[i];
            }
            return new Crowd(l, crowd.first(), second);
        });
    }

    private static Arbitrary<Double> slopes() {
        return Arbitraries.oneOf(
                Arbitraries.of(1e-9, 0.5, 1.0, 1.5, 2.0, 4.0, 8.0, 1e9),
                Arbitraries.doubles()
                        .between(0.5, 20)
                        .ofScale(6)
                        .withDistribution(RandomDistribution.uniform())
                        .withoutEdgeCases());
    }

    @Provide
    Arbitrary<AdditiveOutcomeCost> additiveCosts() {
        return slopes().flatMap(slope -> Arbitraries.of(
                LinearOutcomeCost.of(slope),
                // Steps in sixteenths of x^3 are exact, so the two ways of adding them agree to rounding.
                (from, to) -> to > from ? slope * (to * to * to - from * from * from) : 0));
    }

    @Provide
    Arbitrary<OutcomeMonotonicCost> costsOfDecreasingDifferences() {
        return slopes().flatMap(slope -> Arbitraries.of(
                LinearOutcomeCost.of(slope),
                (from, to) -> to > from ? slope * (to - from) * (to - from) : 0,
                (from, to) -> to > from ? slope * (to - from) * (2 - from) : 0));
    }

    @Provide
    Arbitrary<OutcomeMonotonicCost> costs() {
        Arbitrary<OutcomeMonotonicCost> concave =
                slopes().map(slope -> (from, to) -> to > from ? slope * StrictMath.sqrt(to - from) : 0);
        return Arbitraries.oneOf(
                costsOfDecreasingDifferences(), concave, additiveCosts().map(c -> c));
    }

    @Provide
    Arbitrary<Double> gains() {
        return Arbitraries.of(0.25, 1.0, 2.0, 10.0);
    }

    @Provide
    Arbitrary<Double> dyadicSlopes() {
        return Arbitraries.of(0.5, 1.0, 2.0, 4.0, 8.0, 16.0);
    }

    @Provide
    Arbitrary<Double> factors() {
        return Arbitraries.of(0.001, 0.25, 0.5, 0.8, 0.999);
    }

    // ---- helpers ----

    private static void assertUnimodal(BurdenCurve curve, double slack) {
        int peak = curve.institutionalOptimumIndex();
        for (int k = 1; k < curve.size(); k++) {
            double rise = curve.point(k).utility() - curve.point(k - 1).utility();
            assertThat(k <= peak ? rise : -rise).isGreaterThanOrEqualTo(-slack);
        }
    }

    private static double highestBelow(OutcomePopulation people, double cut) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < people.size(); i++) {
            if (people.likelihood(i) < cut) {
                highest = people.likelihood(i);
            }
        }
        return highest;
    }

    private static int indexOf(BurdenCurve curve, double threshold) {
        for (int k = 0; k < curve.size(); k++) {
            if (curve.point(k).threshold() == threshold) {
                return k;
            }
        }
        throw new AssertionError(threshold + " is not attained");
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUNDING * Math.max(1e-300, expected)));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }

    private static Double[] box(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
