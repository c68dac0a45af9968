// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.FeedbackMonotonicity;
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
import org.hindsight.noregret.bandits.ArmOfBandit;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.feedback.BbDivide;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.BlackBoxTransformation;
import org.hindsight.noregret.feedback.BlockLength;
import org.hindsight.noregret.feedback.FeedbackExtendedBlocks;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.noregret.feedback.PhaseSimulator;
import org.hindsight.noregret.feedback.ProbabilisticFeedbackEnvironment;
import org.hindsight.noregret.feedback.PullAndFeedbackCounts;

/**
 * How often a no-regret learner pulls an arm, and how often it sees the arm's reward, against the rate at which the arm
 * gives feedback.
 *
 * <p>After J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), arXiv:2401.05304: learners of equally
 * good regret respond to feedback rates in opposite directions. Two arms with Bernoulli rewards of means 0.5 and 0.4, in
 * either order; the first gives feedback at rate 0.5, the second at a rate that varies; the second is counted. Phases
 * are simulated whole, exactly in law.
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
    private static final List<String> TRANSFORMATIONS = List.of("bb-pull", "bb-divide", "extended-blocks");
    private static final List<String> BASES = List.of("ucb1", "arm-elimination");
    /** A difference of means beyond six standard errors has a two-sided normal probability of 2e-9. */
    private static final double STANDARD_ERRORS = 6;
    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;

    private static final double THOUSAND = 1000;

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
        int replicates = scale == Scale.QUICK ? 400 : 10_000;
        return new Simulation(grid, replicates, List.of("pulls", "observations", "regret"), this::trial);
    }

    private Simulation.Trial trial(Point point) {
        BernoulliBandit bandit = bandit(point.word("arm"));
        FeedbackRates rates = FeedbackRates.of(OTHER_RATE, point.number("rate")).withLowerBound(LOWEST_RATE);
        PhaseSimulator simulator = PhaseSimulator.of(ProbabilisticFeedbackEnvironment.of(bandit, rates));
        BlackBoxTransformation learner = learner(point.word("transformation"), point.word("base"));
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(bandit.arms());
        return (stream, out) -> {
            simulator.play(learner, HORIZON, stream, counts);
            out[0] = counts.pulls(COUNTED);
            out[1] = counts.observations(COUNTED);
            out[2] = bandit.gap(OTHER) * counts.pulls(OTHER) + bandit.gap(COUNTED) * counts.pulls(COUNTED);
        };
    }

    private static BernoulliBandit bandit(String arm) {
        return arm.equals("worse") ? BernoulliBandit.of(HIGH_MEAN, LOW_MEAN) : BernoulliBandit.of(LOW_MEAN, HIGH_MEAN);
    }

    private static BlackBoxTransformation learner(String transformation, String base) {
        long block = BlockLength.forHorizon(HORIZON, LOWEST_RATE);
        long blocks = BlockLength.blocks(HORIZON, block);
        return switch (transformation) {
            case "bb-pull" -> BbPull.over(base(base, HORIZON));
            case "bb-divide" -> BbDivide.over(base(base, blocks), block);
            case "extended-blocks" -> FeedbackExtendedBlocks.over(base(base, blocks), block);
            default -> throw new IllegalArgumentException("no transformation is called " + transformation);
        };
    }

    private static BanditLearner base(String name, long horizon) {
        return name.equals("ucb1") ? Ucb1.of(2) : ArmElimination.tunedFor(2, horizon);
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
        claims.add(new Claim(
                "Observations are the feedback rate times the pulls, in expectation, for every learner",
                Dai2024FeedbackRate::observationsAreRateTimesPulls));
        claims.add(new Claim(
                "BB_Pull over UCB1 pulls the worse arm at most 1/f times UCB1's bound",
                Dai2024FeedbackRate::pullsAreWithinBound));
        return claims;
    }

    /** The claim that a count responds to the rate in the direction that the learner declares. */
    private static Claim responds(String statement, String transformation, String count) {
        BlackBoxTransformation learner = learner(transformation, "ucb1");
        FeedbackMonotonicity declared =
                count.equals("pulls") ? learner.pullMonotonicity() : learner.observationMonotonicity();
        return new Claim(statement, table -> {
            boolean holds = true;
            List<String> evidence = new ArrayList<>();
            for (String arm : ARMS) {
                for (String base : BASES) {
                    Table curve = curve(table, arm, transformation, base);
                    double[] mean = curve.numbers(count + "_mean");
                    double[] error = curve.numbers(count + "_se");
                    holds &= follows(declared, mean, error);
                    evidence.add(String.format(
                            Locale.ROOT, "%s/%s %.0f to %.0f", arm, base, mean[0], mean[mean.length - 1]));
                }
            }
            return new Verdict(holds, String.join("; ", evidence));
        });
    }

    /**
     * Whether means follow a declared direction: no step goes the wrong way by more than noise, and unless the direction
     * is "balanced", the last mean differs from the first by more than noise.
     */
    private static boolean follows(FeedbackMonotonicity direction, double[] mean, double[] error) {
        int last = mean.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = i + 1; j <= last; j++) {
                double noise = STANDARD_ERRORS * Math.hypot(error[i], error[j]);
                double rise = mean[j] - mean[i];
                boolean rightWay =
                        switch (direction) {
                            case POSITIVE -> rise >= -noise;
                            case NEGATIVE -> rise <= noise;
                            case BALANCED -> Math.abs(rise) <= noise + 2.0 / HORIZON;
                            case NONE -> true;
                        };
                if (!rightWay) {
                    return false;
                }
            }
        }
        double rise = mean[last] - mean[0];
        double noise = STANDARD_ERRORS * Math.hypot(error[0], error[last]);
        return switch (direction) {
            case POSITIVE -> rise > noise;
            case NEGATIVE -> rise < -noise;
            case BALANCED, NONE -> true;
        };
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
                worst <= STANDARD_ERRORS,
                String.format(Locale.ROOT, "largest deviation %.2f standard errors at most", worst));
    }

    private static Verdict pullsAreWithinBound(Table table) {
        Table curve = curve(table, "worse", "bb-pull", "ucb1");
        double[] rate = curve.numbers("rate");
        double[] pulls = curve.numbers("pulls_mean");
        double largest = 0;
        for (int i = 0; i < rate.length; i++) {
            largest = Math.max(largest, pulls[i] / pullBound(rate[i]));
        }
        return new Verdict(largest <= 1, String.format(Locale.ROOT, "largest ratio of pulls to bound %.3f", largest));
    }

    /** E APC of the worse arm under BB_Pull over UCB1: each of the base's selections costs 1/f pulls on average. */
    private static double pullBound(double rate) {
        return Ucb1.PULLS.at(new ArmOfBandit(bandit("worse").over(HORIZON), COUNTED)) / rate;
    }

    private static Table curve(Table table, String arm, String transformation, String base) {
        return table.where("arm", arm).where("transformation", transformation).where("base", base);
    }

    @Override
    public Figure figure(Table table) {
        List<Panel> panels = new ArrayList<>();
        panels.add(panel(table, "(a) worse arm", "worse", "pulls", "pulls (thousands)"));
        panels.add(panel(table, "(b) worse arm", "worse", "observations", "observations (thousands)"));
        panels.add(panel(table, "(c) better arm", "better", "pulls", "pulls (thousands)"));
        panels.add(panel(table, "(d) better arm", "better", "observations", "observations (thousands)"));
        String replicates = table.distinct("replicates").get(0);
        return new Figure(
                2,
                panels,
                "Pulls (left) and observed rewards (right) of one of two arms against its feedback rate f, when it is the worse"
                        + " arm (top; means 0.4 against 0.5) and when it is the better one (bottom); the other arm's rate is"
                        + " 0.5; T = 20,000; BB_Divide and feedback-extended blocks with B = "
                        + BlockLength.forHorizon(HORIZON, LOWEST_RATE)
                        + ". Bands: 95 % confidence for the mean of "
                        + replicates
                        + " replicates (often thinner than the line). Dashed: the bound on E[pulls] of BB_Pull over UCB1,"
                        + " (8 ln T / Δ² + 1 + π²/3) / f, where it is below T.");
    }

    private static Panel panel(Table table, String title, String arm, String count, String label) {
        List<Mark> marks = new ArrayList<>();
        for (int t = 0; t < TRANSFORMATIONS.size(); t++) {
            for (int b = 0; b < BASES.size(); b++) {
                Table curve = curve(table, arm, TRANSFORMATIONS.get(t), BASES.get(b));
                double[] rate = curve.numbers("rate");
                double[] mean = curve.numbers(count + "_mean");
                double[] error = curve.numbers(count + "_se");
                Look.Colour colour = Look.Colour.cycle(t);
                Look.Marker marker = b == 0 ? Look.Marker.CIRCLE : Look.Marker.TRIANGLE;
                marks.add(new Mark.Band(rate, offset(mean, error, -BAND), offset(mean, error, BAND), colour));
                marks.add(new Mark.Curve(
                        name(TRANSFORMATIONS.get(t)) + ", " + name(BASES.get(b)),
                        rate,
                        offset(mean, error, 0),
                        Look.solid(colour).with(marker)));
            }
        }
        if (arm.equals("worse") && count.equals("pulls")) {
            double[] rate = Arrays.stream(new double[] {0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9})
                    .filter(f -> pullBound(f) <= HORIZON)
                    .toArray();
            double[] bound =
                    Arrays.stream(rate).map(f -> pullBound(f) / THOUSAND).toArray();
            marks.add(new Mark.Curve("bound, BB_Pull, UCB1", rate, bound, Look.theory(Look.Colour.BLACK)));
        }
        return new Panel(title, Axis.linear("feedback rate f"), Axis.linear(label), marks);
    }

    private static double[] offset(double[] mean, double[] error, double errors) {
        double[] moved = new double[mean.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (mean[i] + errors * error[i]) / THOUSAND;
        }
        return moved;
    }

    private static String name(String key) {
        return switch (key) {
            case "bb-pull" -> "BB_Pull";
            case "bb-divide" -> "BB_Divide";
            case "extended-blocks" -> "extended blocks";
            case "ucb1" -> "UCB1";
            case "arm-elimination" -> "AAE";
            default -> throw new IllegalArgumentException("no learner is called " + key);
        };
    }
}
