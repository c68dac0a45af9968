// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Source;
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
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.feedback.BlackBoxTransformation;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.noregret.feedback.PhaseSimulator;
import org.hindsight.noregret.feedback.ProbabilisticFeedbackEnvironment;
import org.hindsight.noregret.feedback.PullAndFeedbackCounts;
import org.hindsight.noregret.feedback.StepSimulator;
import org.hindsight.noregret.feedback.direct.ThompsonPf;

/**
 * Thompson sampling that draws in every round responds to an arm's feedback rate in a direction that depends on the arm.
 *
 * <p>In the setting of J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), arXiv:2401.05304: two arms
 * with Bernoulli rewards of means 0.5 and 0.4, in either order; the first gives feedback at rate 0.5, the second at a
 * rate that varies; the second is counted. Beside it the version that keeps its draw until there is feedback, which is
 * BB_Pull of Thompson sampling and pulls either arm less. The parameters are ours at both scales, the scales differ in
 * the number of replicates.
 */
public final class Dai2024ThompsonSign implements Experiment {
    private static final long HORIZON = 20_000;
    private static final double OTHER_RATE = 0.5;
    private static final double[] RATES = {0.1, 0.2, 0.3, 0.5, 0.7, 0.9};
    private static final int COUNTED = 1;
    private static final List<String> ARMS = List.of("worse", "better");
    private static final List<String> LEARNERS = List.of("direct", "until-feedback");
    /** Where the better arm's curve of the direct version is flat, in units of the horizon. */
    private static final double FLAT = 0.01;

    /** Creates the experiment. */
    public Dai2024ThompsonSign() {}

    @Override
    public String id() {
        return "dai2024-thompson-sign";
    }

    @Override
    public String title() {
        return "Thompson sampling answers the feedback rates of good and bad arms in opposite directions";
    }

    @Override
    public Source source() {
        return new Source(
                "Dai, Flanigan, Haghtalab, Jagadeesan, Podimata", 2024, "feedback monotonicity", "arXiv:2401.05304");
    }

    @Override
    public Design design(Scale scale) {
        Grid grid = Grid.of("arm", ARMS.toArray(String[]::new))
                .by("learner", LEARNERS.toArray(String[]::new))
                .by("rate", RATES);
        int replicates = scale == Scale.QUICK ? 300 : 4_000;
        return new Simulation(grid, replicates, List.of("pulls", "observations"), this::trial);
    }

    private Simulation.Trial trial(Point point) {
        BernoulliBandit bandit =
                point.word("arm").equals("worse") ? BernoulliBandit.of(0.5, 0.4) : BernoulliBandit.of(0.4, 0.5);
        ProbabilisticFeedbackEnvironment environment =
                ProbabilisticFeedbackEnvironment.of(bandit, FeedbackRates.of(OTHER_RATE, point.number("rate")));
        ProbabilisticFeedbackLearner learner = learner(point.word("learner"));
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
        };
    }

    private static ProbabilisticFeedbackLearner learner(String name) {
        return switch (name) {
            case "direct" -> ThompsonPf.direct(2);
            case "until-feedback" -> ThompsonPf.untilFeedback(2);
            default -> throw new IllegalArgumentException("no learner is called " + name);
        };
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                moves(
                        "Drawing in every round pulls the worse arm less, the higher its feedback rate",
                        "worse",
                        "direct",
                        -1),
                moves(
                        "Drawing in every round pulls the better arm more, the higher its feedback rate",
                        "better",
                        "direct",
                        1),
                new Claim(
                        "Drawing in every round, the better arm's pulls change by less than 1 % of the horizon from f = 0.3 on",
                        Dai2024ThompsonSign::betterArmIsFlatLater),
                moves(
                        "Keeping the draw until feedback pulls the worse arm less, the higher its feedback rate",
                        "worse",
                        "until-feedback",
                        -1),
                moves(
                        "Keeping the draw until feedback pulls the better arm less, the higher its feedback rate",
                        "better",
                        "until-feedback",
                        -1),
                new Claim(
                        "With equal rates both versions pull either arm equally often in expectation",
                        Dai2024ThompsonSign::equalRatesMakeEqualPulls));
    }

    /** No step goes the other way by more than noise, and the last mean differs from the first by more than noise. */
    private static Claim moves(String statement, String arm, String learner, int direction) {
        FeedbackMonotonicity monotonicity =
                direction > 0 ? FeedbackMonotonicity.POSITIVE : FeedbackMonotonicity.NEGATIVE;
        return new Claim(statement, table -> {
            RateCurve curve = curve(table, arm, learner);
            return new Verdict(
                    curve.isConsistentWith(monotonicity, 0) && curve.trend() == direction,
                    String.format(Locale.ROOT, "%.0f at f = 0.1, %.0f at f = 0.9", curve.first(), curve.last()));
        });
    }

    private static Verdict betterArmIsFlatLater(Table table) {
        RateCurve curve = curve(table, "better", "direct");
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.rate.length; i++) {
            if (curve.rate[i] >= 0.3) {
                least = Math.min(least, curve.mean[i]);
                most = Math.max(most, curve.mean[i]);
            }
        }
        return new Verdict(
                most - least < FLAT * HORIZON, String.format(Locale.ROOT, "between %.0f and %.0f", least, most));
    }

    private static Verdict equalRatesMakeEqualPulls(Table table) {
        double worst = 0;
        for (String arm : ARMS) {
            RateCurve direct = curve(table, arm, "direct");
            RateCurve kept = curve(table, arm, "until-feedback");
            for (int i = 0; i < direct.rate.length; i++) {
                if (direct.rate[i] == OTHER_RATE) {
                    double error = Math.hypot(direct.error[i], kept.error[i]);
                    worst = Math.max(worst, Math.abs(direct.mean[i] - kept.mean[i]) / error);
                }
            }
        }
        return new Verdict(
                worst <= RateCurve.STANDARD_ERRORS,
                String.format(Locale.ROOT, "largest difference %.2f standard errors", worst));
    }

    private static RateCurve curve(Table table, String arm, String learner) {
        return RateCurve.of(table.where("arm", arm).where("learner", learner), "pulls");
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                2,
                List.of(panel(table, "(a) worse arm", "worse"), panel(table, "(b) better arm", "better")),
                "Pulls of one of two arms by Thompson sampling against the arm's feedback rate f, when it is the worse arm"
                        + " (a; means 0.4 against 0.5) and when it is the better one (b). The other arm's rate is 0.5"
                        + " (dotted), where both versions have the same expectation. T = 20,000. Bands: 95 % confidence for"
                        + " the mean of "
                        + table.distinct("replicates").get(0)
                        + " replicates.");
    }

    private static Panel panel(Table table, String title, String arm) {
        List<Mark> marks = new ArrayList<>();
        marks.addAll(curve(table, arm, "direct")
                .marks("draws in every round", Look.solid(Look.Colour.BLUE).with(Look.Marker.CIRCLE)));
        marks.addAll(curve(table, arm, "until-feedback")
                .marks(
                        "keeps its draw until feedback (BB_Pull)",
                        Look.solid(Look.Colour.VERMILION).with(Look.Marker.TRIANGLE)));
        marks.add(new Mark.Level("", true, OTHER_RATE, new Look(Look.Colour.GREY, Look.Line.DOTTED, Look.Marker.NONE)));
        return new Panel(title, Axis.linear("feedback rate f"), Axis.linear("pulls (thousands)"), marks);
    }
}
