// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.hindsight.core.Bound;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Claim.Verdict;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Grid;
import org.hindsight.experiments.Point;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.Simulation;
import org.hindsight.experiments.plot.Axis;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.Look;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.plot.Panel;
import org.hindsight.experiments.table.Table;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;
import org.hindsight.noregret.feedback.BbDivide;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.BlackBoxTransformation;
import org.hindsight.noregret.feedback.BlockLength;
import org.hindsight.noregret.feedback.FeedbackBandit;
import org.hindsight.noregret.feedback.FeedbackExtendedBlocks;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.noregret.feedback.PhaseSimulator;
import org.hindsight.noregret.feedback.ProbabilisticFeedbackEnvironment;
import org.hindsight.noregret.feedback.PullAndFeedbackCounts;
import org.hindsight.noregret.feedback.StepSimulator;
import org.hindsight.noregret.feedback.direct.AaePf;
import org.hindsight.noregret.feedback.direct.Exp3Pf;
import org.hindsight.noregret.feedback.direct.ThompsonPf;
import org.hindsight.noregret.feedback.direct.Ucb1Pf;

/**
 * How often a no-regret learner pulls an arm, and how often it sees the arm's reward, against the rate at which the arm
 * gives feedback.
 *
 * <p>After J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), arXiv:2401.05304: learners of equally
 * good regret respond to feedback rates in opposite directions. Two arms with Bernoulli rewards of means 0.5 and 0.4, in
 * either order; the first gives feedback at rate 0.5, the second at a rate that varies; the second is counted. Four
 * bandit learners, each under three black-box transformations and in a direct version: UCB1 with a wall clock, arm
 * elimination in turns, Thompson sampling that draws anew in every round, Exp3 with known rates. Phases of the
 * transformations are simulated whole, exactly in law. The parameters are ours at both scales, the scales differ in the
 * number of replicates.
 */
public final class Dai2024FeedbackRate implements Experiment {
    private static final long HORIZON = 20_000;
    private static final double OTHER_RATE = 0.5;
    private static final double[] RATES = {0.1, 0.3, 0.5, 0.7, 0.9};
    private static final double LOWEST_RATE = 0.1;
    private static final double HIGH_MEAN = 0.5;
    private static final double LOW_MEAN = 0.4;
    private static final int OTHER = 0;
    private static final int COUNTED = 1;
    private static final List<String> ARMS = List.of("worse", "better");
    private static final List<String> TRANSFORMATIONS = List.of("bb-pull", "bb-divide", "extended-blocks", "direct");
    private static final List<String> BASES = List.of("ucb1", "arm-elimination", "thompson", "exp3");
    /** How far an expectation may be on the wrong side of a declared direction: the 2/T of the block transformations. */
    private static final double SLACK = 2.0 / HORIZON;

    private static final List<Look.Marker> MARKERS =
            List.of(Look.Marker.CIRCLE, Look.Marker.TRIANGLE, Look.Marker.SQUARE, Look.Marker.DIAMOND);

    /** Creates the experiment. */
    public Dai2024FeedbackRate() {}

    @Override
    public String id() {
        return "dai2024-feedback-rate";
    }

    @Override
    public String title() {
        return "Pulls and feedback of an arm against its feedback rate";
    }

    @Override
    public Source source() {
        return new Source(
                "Dai, Flanigan, Haghtalab, Jagadeesan, Podimata",
                2024,
                "black-box transformations",
                "arXiv:2401.05304");
    }

    @Override
    public Design design(Scale scale) {
        Grid grid = Grid.of("arm", ARMS.toArray(String[]::new))
                .by("transformation", TRANSFORMATIONS.toArray(String[]::new))
                .by("base", BASES.toArray(String[]::new))
                .by("rate", RATES);
        int replicates = scale == Scale.QUICK ? 60 : 2_000;
        return new Simulation(grid, replicates, List.of("pulls", "observations", "regret"), this::trial);
    }

    private Simulation.Trial trial(Point point) {
        BernoulliBandit bandit = bandit(point.word("arm"));
        FeedbackRates rates = rates(point.number("rate"));
        ProbabilisticFeedbackEnvironment environment = ProbabilisticFeedbackEnvironment.of(bandit, rates);
        ProbabilisticFeedbackLearner learner = learner(point.word("transformation"), point.word("base"), rates);
        PhaseSimulator phases = PhaseSimulator.of(environment);
        StepSimulator steps = StepSimulator.of(environment);
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(bandit.arms());
        return (stream, out) -> {
            if (learner instanceof BlackBoxTransformation transformation) {
                phases.play(transformation, HORIZON, stream, counts);
            } else {
                steps.play(learner, HORIZON, stream, counts);
            }
            out[0] = counts.pulls(COUNTED);
            out[1] = counts.observations(COUNTED);
            out[2] = bandit.gap(OTHER) * counts.pulls(OTHER) + bandit.gap(COUNTED) * counts.pulls(COUNTED);
        };
    }

    private static BernoulliBandit bandit(String arm) {
        return arm.equals("worse") ? BernoulliBandit.of(HIGH_MEAN, LOW_MEAN) : BernoulliBandit.of(LOW_MEAN, HIGH_MEAN);
    }

    private static FeedbackRates rates(double rate) {
        return FeedbackRates.of(OTHER_RATE, rate).withLowerBound(LOWEST_RATE);
    }

    private static ProbabilisticFeedbackLearner learner(String transformation, String base, FeedbackRates rates) {
        long block = BlockLength.forHorizon(HORIZON, LOWEST_RATE);
        long blocks = BlockLength.blocks(HORIZON, block);
        return switch (transformation) {
            case "bb-pull" -> BbPull.over(base(base, HORIZON));
            case "bb-divide" -> BbDivide.over(base(base, blocks), block);
            case "extended-blocks" -> FeedbackExtendedBlocks.over(base(base, blocks), block);
            case "direct" -> direct(base, rates);
            default -> throw new IllegalArgumentException("no transformation is called " + transformation);
        };
    }

    private static BanditLearner base(String name, long horizon) {
        return switch (name) {
            case "ucb1" -> Ucb1.of(2);
            case "arm-elimination" -> ArmElimination.tunedFor(2, horizon);
            case "thompson" -> ThompsonBernoulli.of(2);
            case "exp3" -> Exp3.tunedFor(2, horizon);
            default -> throw new IllegalArgumentException("no learner is called " + name);
        };
    }

    private static ProbabilisticFeedbackLearner direct(String name, FeedbackRates rates) {
        return switch (name) {
            case "ucb1" -> Ucb1Pf.withWallClock(2);
            case "arm-elimination" -> AaePf.roundRobin(2, HORIZON);
            case "thompson" -> ThompsonPf.direct(2);
            case "exp3" -> Exp3Pf.tunedFor(rates, HORIZON);
            default -> throw new IllegalArgumentException("no learner is called " + name);
        };
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(responds("BB_Pull pulls the arm less, the higher its feedback rate", "bb-pull", "pulls"));
        claims.add(responds("BB_Divide pulls it equally often at every rate", "bb-divide", "pulls"));
        claims.add(responds("Feedback-extended blocks pull it more", "extended-blocks", "pulls"));
        claims.add(responds("BB_Pull observes it more, the higher its feedback rate", "bb-pull", "observations"));
        claims.add(responds("BB_Divide observes it more", "bb-divide", "observations"));
        claims.add(responds("Feedback-extended blocks observe it more", "extended-blocks", "observations"));
        claims.add(each(
                "Under BB_Pull over UCB1, Thompson sampling and Exp3 the worse arm's pulls fall almost as 1/f: log-log slope"
                        + " between -1.2 and -0.75",
                List.of("worse"),
                "bb-pull",
                List.of("ucb1", "thompson", "exp3"),
                "pulls",
                "slope",
                RateCurve::logLogSlope,
                slope -> slope >= -1.2 && slope <= -0.75));
        claims.add(each(
                "Under BB_Pull over UCB1, Thompson sampling and Exp3 the worse arm's observations hardly change: log-log slope"
                        + " between -0.25 and 0.25",
                List.of("worse"),
                "bb-pull",
                List.of("ucb1", "thompson", "exp3"),
                "observations",
                "slope",
                RateCurve::logLogSlope,
                slope -> Math.abs(slope) <= 0.25));
        claims.add(each(
                "Under BB_Pull over AAE, which at low rates drops no arm in time, the worse arm's pulls fall more slowly than 1/f: log-log slope"
                        + " between -0.75 and -0.3",
                List.of("worse"),
                "bb-pull",
                List.of("arm-elimination"),
                "pulls",
                "slope",
                RateCurve::logLogSlope,
                slope -> slope >= -0.75 && slope <= -0.3));
        claims.add(each(
                "Under BB_Divide the observations grow as f: log-log slope between 0.75 and 1.25",
                ARMS,
                "bb-divide",
                BASES,
                "observations",
                "slope",
                RateCurve::logLogSlope,
                slope -> slope >= 0.75 && slope <= 1.25));
        claims.add(each(
                "UCB1 with a wall clock pulls either arm less, the higher its feedback rate, though nothing of this is proven",
                ARMS,
                "direct",
                List.of("ucb1"),
                "pulls",
                "sign",
                RateCurve::trend,
                trend -> trend == -1));
        claims.add(each(
                "Elimination in turns and Exp3 with known rates pull the worse arm less, the higher its feedback rate",
                List.of("worse"),
                "direct",
                List.of("arm-elimination", "exp3"),
                "pulls",
                "sign",
                RateCurve::trend,
                trend -> trend == -1));
        claims.add(each(
                "Elimination in turns and Exp3 with known rates pull the better arm more, the higher its feedback rate",
                List.of("better"),
                "direct",
                List.of("arm-elimination", "exp3"),
                "pulls",
                "sign",
                RateCurve::trend,
                trend -> trend == 1));
        claims.add(new Claim(
                "Observations are the feedback rate times the pulls, in expectation, for every learner",
                Dai2024FeedbackRate::observationsAreRateTimesPulls));
        claims.add(withinBound(
                "BB_Pull over UCB1 pulls the worse arm at most 1/f times UCB1's bound",
                "bb-pull",
                Ucb1Pf.FEEDBACK_CLOCK_PULLS));
        claims.add(withinBound(
                "UCB1 with a wall clock pulls the worse arm at most as often as its bound allows",
                "direct",
                Ucb1Pf.WALL_CLOCK_PULLS));
        return claims;
    }

    /**
     * The claim that a count responds to the rate in the direction that the learner declares: no base's curve goes the
     * other way by more than noise, and the sum over the bases goes the declared way by more than noise, for either arm.
     */
    private static Claim responds(String statement, String transformation, String count) {
        ProbabilisticFeedbackLearner learner = learner(transformation, "ucb1", rates(LOWEST_RATE));
        FeedbackMonotonicity declared =
                count.equals("pulls") ? learner.pullMonotonicity() : learner.observationMonotonicity();
        return new Claim(statement, table -> {
            boolean holds = true;
            List<String> evidence = new ArrayList<>();
            for (String arm : ARMS) {
                List<RateCurve> curves = new ArrayList<>();
                for (String base : BASES) {
                    RateCurve curve = curve(table, arm, transformation, base, count);
                    curves.add(curve);
                    holds &= curve.isConsistentWith(declared, SLACK);
                    evidence.add(
                            String.format(Locale.ROOT, "%s/%s %.0f to %.0f", arm, base, curve.first(), curve.last()));
                }
                int trend = RateCurve.sum(curves).trend();
                holds &= switch (declared) {
                    case POSITIVE -> trend == 1;
                    case NEGATIVE -> trend == -1;
                    case BALANCED -> trend == 0;
                    case NONE -> true;
                };
            }
            return new Verdict(holds, String.join("; ", evidence));
        });
    }

    /** The claim that a number read off each of some curves is as it should be. */
    private static Claim each(
            String statement,
            List<String> arms,
            String transformation,
            List<String> bases,
            String count,
            String quantity,
            ToDoubleFunction<RateCurve> number,
            Predicate<Double> asItShouldBe) {
        return new Claim(statement, table -> {
            boolean holds = true;
            List<String> evidence = new ArrayList<>();
            for (String arm : arms) {
                for (String base : bases) {
                    RateCurve curve = curve(table, arm, transformation, base, count);
                    double value = number.applyAsDouble(curve);
                    holds &= asItShouldBe.test(value);
                    evidence.add(String.format(
                            Locale.ROOT,
                            "%s/%s %s %.3g (%.0f to %.0f)",
                            arm,
                            base,
                            quantity,
                            value,
                            curve.first(),
                            curve.last()));
                }
            }
            return new Verdict(holds, String.join("; ", evidence));
        });
    }

    private static Verdict observationsAreRateTimesPulls(Table table) {
        double[] rate = table.numbers("rate");
        double[] pulls = table.numbers("pulls_mean");
        double[] pullsError = table.numbers("pulls_se");
        double[] seen = table.numbers("observations_mean");
        double[] seenError = table.numbers("observations_se");
        double worst = 0;
        for (int i = 0; i < rate.length; i++) {
            double error = seenError[i] + rate[i] * pullsError[i];
            worst = Math.max(worst, Math.abs(seen[i] - rate[i] * pulls[i]) / error);
        }
        return new Verdict(
                worst <= RateCurve.STANDARD_ERRORS,
                String.format(Locale.ROOT, "largest deviation %.2f standard errors at most", worst));
    }

    private static Claim withinBound(String statement, String transformation, Bound<FeedbackBandit.Arm> bound) {
        return new Claim(statement, table -> {
            RateCurve curve = curve(table, "worse", transformation, "ucb1", "pulls");
            double largest = 0;
            for (int i = 0; i < curve.rate.length; i++) {
                largest = Math.max(largest, curve.mean[i] / bound.at(worseArm(curve.rate[i])));
            }
            return new Verdict(
                    largest <= 1, String.format(Locale.ROOT, "largest ratio of pulls to bound %.3f", largest));
        });
    }

    private static FeedbackBandit.Arm worseArm(double rate) {
        return new FeedbackBandit(bandit("worse").over(HORIZON), rates(rate)).arm(COUNTED);
    }

    private static RateCurve curve(Table table, String arm, String transformation, String base, String count) {
        Table rows =
                table.where("arm", arm).where("transformation", transformation).where("base", base);
        return RateCurve.of(rows, count);
    }

    @Override
    public Figure figure(Table table) {
        List<Panel> panels = new ArrayList<>();
        for (String arm : ARMS) {
            for (String count : List.of("pulls", "observations")) {
                for (String transformation : TRANSFORMATIONS) {
                    panels.add(panel(table, (char) ('a' + panels.size()), arm, transformation, count));
                }
            }
        }
        String replicates = table.distinct("replicates").get(0);
        return new Figure(
                TRANSFORMATIONS.size(),
                panels,
                "Pulls and observed rewards of one of two arms against its feedback rate f, when it is the worse arm (upper"
                        + " half, both axes logarithmic; means 0.4 against 0.5) and when it is the better one (lower half);"
                        + " the other arm's rate is 0.5; T = 20,000; BB_Divide and feedback-extended blocks with B = "
                        + BlockLength.forHorizon(HORIZON, LOWEST_RATE)
                        + ". Direct: UCB1 with a clock of all rounds, AAE in turns, Thompson sampling drawing in every round,"
                        + " Exp3 with known rates. Bands: 95 % confidence for the mean of "
                        + replicates
                        + " replicates (often thinner than the line). Dashed: the bounds on E[pulls] of BB_Pull over UCB1,"
                        + " (8 ln T / Δ² + 1 + π²/3) / f, and of direct UCB1, (8 ln T / Δ² + 1) / f + π²/3, where below T.");
    }

    private static Panel panel(Table table, char letter, String arm, String transformation, String count) {
        boolean worse = arm.equals("worse");
        List<Mark> marks = new ArrayList<>();
        for (int b = 0; b < BASES.size(); b++) {
            Look look = Look.solid(Look.Colour.cycle(b)).with(MARKERS.get(b));
            marks.addAll(curve(table, arm, transformation, BASES.get(b), count).marks(name(BASES.get(b)), look));
        }
        if (worse && count.equals("pulls") && transformation.equals("bb-pull")) {
            marks.add(dashed(Ucb1Pf.FEEDBACK_CLOCK_PULLS));
        } else if (worse && count.equals("pulls") && transformation.equals("direct")) {
            marks.add(dashed(Ucb1Pf.WALL_CLOCK_PULLS));
        }
        String rate = "feedback rate f";
        String label = count + " (thousands)";
        return new Panel(
                "(" + letter + ") " + name(transformation) + ", " + arm + " arm",
                worse ? Axis.logarithmic(rate).between(0.09, 1.1) : Axis.linear(rate),
                worse ? logarithmic(label, count) : Axis.linear(label).between(0, 20.5),
                marks);
    }

    /** One scale for a row of panels, so that they can be compared. */
    private static Axis logarithmic(String label, String count) {
        return Axis.logarithmic(label).between(count.equals("pulls") ? 0.1 : 0.05, count.equals("pulls") ? 25 : 12);
    }

    private static Mark dashed(Bound<FeedbackBandit.Arm> bound) {
        double[] rate = Arrays.stream(new double[] {0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9})
                .filter(f -> bound.at(worseArm(f)) <= HORIZON)
                .toArray();
        double[] thousands =
                Arrays.stream(rate).map(f -> bound.at(worseArm(f)) / 1000).toArray();
        return new Mark.Curve("bound, UCB1", rate, thousands, Look.theory(Look.Colour.BLACK));
    }

    private static String name(String key) {
        return switch (key) {
            case "bb-pull" -> "BB_Pull";
            case "bb-divide" -> "BB_Divide";
            case "extended-blocks" -> "extended blocks";
            case "direct" -> "direct";
            case "ucb1" -> "UCB1";
            case "arm-elimination" -> "AAE";
            case "thompson" -> "Thompson sampling";
            case "exp3" -> "Exp3";
            default -> throw new IllegalArgumentException("no learner is called " + key);
        };
    }
}
