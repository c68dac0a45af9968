// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
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
import org.hindsight.experiments.table.ShortestDecimal;
import org.hindsight.experiments.table.Table;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.bandits.adversarial.Exp3Ix;

/**
 * The regret of single runs of Exp3 and of Exp3-IX: hardly different on stochastic rewards, but not against an adversary.
 *
 * <p>After T. Lattimore and C. Szepesvari (2020), Figure 12.1 and Exercises 11.6 and 12.3. T = 10,000 and both learners are
 * tuned for it. <em>Stochastic</em>: five arms, Bernoulli rewards drawn for every arm in every round, of mean 1/2 for the
 * first arm and 1/2 - Delta for the others. <em>Turning</em>: two arms with losses fixed in advance; the first loses nothing
 * in the first half and 1 in every round of the second, the other loses alpha in the first half and nothing in the second.
 * A learner that has stopped trying the second arm by half-time misses the turn. Regret is realised: what the best fixed
 * arm collected in these very rounds, minus what the learner did.
 */
public final class Exp3Tails implements Experiment {
    private static final int HORIZON = 10_000;
    private static final double BEST_MEAN = 0.5;
    private static final double FAILURE_PROBABILITY = 0.05;
    private static final List<String> SETTINGS = List.of("stochastic", "turning");
    private static final List<String> LEARNERS = List.of("exp3", "exp3-ix");
    /** Delta or alpha. */
    private static final double[] GAPS = {0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5};

    private static final double MISSED_TURN = HORIZON / 4.0;
    /** What Exercise 11.6 asks to prove. */
    private static final double KNOWN_SHARE = 1.0 / 65;

    private static final double STANDARD_ERRORS = 6;

    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;

    /** Creates the experiment. */
    public Exp3Tails() {}

    @Override
    public String id() {
        return "exp3-tails";
    }

    @Override
    public String title() {
        return "Regret of single runs of Exp3 and Exp3-IX";
    }

    @Override
    public Source source() {
        return new Source(
                "Lattimore, Szepesvari", 2020, "Figure 12.1, Exercises 11.6, 12.3", "doi:10.1017/9781108571401");
    }

    @Override
    public Design design(Scale scale) {
        Grid grid = Grid.of("setting", SETTINGS.toArray(String[]::new))
                .by("learner", LEARNERS.toArray(String[]::new))
                .by("gap", GAPS);
        return new Simulation(grid, scale == Scale.QUICK ? 200 : 10_000, List.of("regret", "missed"), Exp3Tails::trial);
    }

    private static Simulation.Trial trial(Point point) {
        boolean stochastic = point.word("setting").equals("stochastic");
        int arms = arms(point.word("setting"));
        BanditLearner learner = learner(point.word("learner"), arms);
        double gap = point.number("gap");
        double[] rewards = new double[arms];
        double[] collected = new double[arms];
        return (stream, out) -> {
            learner.reset();
            Arrays.fill(collected, 0);
            double learned = 0;
            for (int round = 0; round < HORIZON; round++) {
                int arm = learner.select(stream);
                if (stochastic) {
                    drawRewards(gap, stream, rewards);
                } else {
                    turningRewards(gap, round, rewards);
                }
                for (int i = 0; i < arms; i++) {
                    collected[i] += rewards[i];
                }
                learner.observe(arm, rewards[arm]);
                learned += rewards[arm];
            }
            double regret = Arrays.stream(collected).max().orElseThrow() - learned;
            out[0] = regret;
            out[1] = regret >= MISSED_TURN ? 1 : 0;
        };
    }

    private static int arms(String setting) {
        return setting.equals("stochastic") ? 5 : 2;
    }

    private static void drawRewards(double gap, RandomGenerator random, double[] rewards) {
        for (int i = 0; i < rewards.length; i++) {
            rewards[i] = random.nextDouble() < (i == 0 ? BEST_MEAN : BEST_MEAN - gap) ? 1 : 0;
        }
    }

    private static void turningRewards(double gap, int round, double[] rewards) {
        boolean firstHalf = round < HORIZON / 2;
        rewards[0] = firstHalf ? 1 : 0;
        rewards[1] = firstHalf ? 1 - gap : 1;
    }

    private static BanditLearner learner(String name, int arms) {
        return name.equals("exp3") ? Exp3.tunedFor(arms, HORIZON) : Exp3Ix.tunedFor(arms, HORIZON);
    }

    private static double singleRunBound(String setting) {
        return Exp3Ix.REGRET.at(Exp3Ix.Run.tuned(arms(setting), HORIZON, FAILURE_PROBABILITY));
    }

    private static double expectedBound(String setting) {
        return Exp3.REGRET.at(Exp3.Run.tuned(arms(setting), HORIZON));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "Against the turning adversary a share of at least 1/65 of Exp3's runs has regret of T/4 or more for"
                                + " some alpha in [1/4, 1/2], and no run of Exp3-IX",
                        Exp3Tails::missedTurns),
                new Claim(
                        "In 95 % of runs Exp3-IX's regret is below its bound for single runs, in every setting",
                        Exp3Tails::withinSingleRunBound),
                new Claim(
                        "Exp3's mean regret is below its bound in expectation, in every setting of positive gap",
                        Exp3Tails::withinExpectedBound),
                new Claim(
                        "On stochastic rewards of positive gap Exp3-IX gains nothing: its mean regret is nowhere below Exp3's",
                        Exp3Tails::nothingGained));
    }

    private static Table curve(Table table, String setting, String learner) {
        return table.where("setting", setting).where("learner", learner);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static Verdict missedTurns(Table table) {
        Table exp3 = curve(table, "turning", "exp3");
        double[] alpha = exp3.numbers("gap");
        double[] missed = exp3.numbers("missed_mean");
        double share = IntStream.range(0, alpha.length)
                .filter(i -> alpha[i] >= 0.25 && alpha[i] <= 0.5)
                .mapToDouble(i -> missed[i])
                .max()
                .orElseThrow();
        double ofIx = largest(curve(table, "turning", "exp3-ix").numbers("missed_mean"));
        return new Verdict(
                share >= KNOWN_SHARE && ofIx == 0,
                String.format(Locale.ROOT, "largest share %.4f (Exp3), %.4f (Exp3-IX)", share, ofIx));
    }

    private static Verdict withinSingleRunBound(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String setting : SETTINGS) {
            double quantile = largest(curve(table, setting, "exp3-ix").numbers("regret_q95"));
            holds &= quantile <= singleRunBound(setting);
            evidence.add(String.format(
                    Locale.ROOT,
                    "%s: largest 95 %% quantile %.0f, bound %.0f",
                    setting,
                    quantile,
                    singleRunBound(setting)));
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    private static Verdict withinExpectedBound(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String setting : SETTINGS) {
            Table curve = curve(table, setting, "exp3");
            double[] mean = curve.numbers("regret_mean");
            double[] error = curve.numbers("regret_se");
            // Realised regret exceeds pseudo-regret where the arms' totals are close: at gap 0 the two cannot be
            // compared.
            double worst = IntStream.range(1, mean.length)
                    .mapToDouble(i -> mean[i] - STANDARD_ERRORS * error[i])
                    .max()
                    .orElseThrow();
            holds &= worst <= expectedBound(setting);
            evidence.add(String.format(
                    Locale.ROOT,
                    "%s: largest mean minus six standard errors %.0f, bound %.0f",
                    setting,
                    worst,
                    expectedBound(setting)));
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    private static Verdict nothingGained(Table table) {
        Table exp3 = curve(table, "stochastic", "exp3");
        Table ix = curve(table, "stochastic", "exp3-ix");
        double[] gap = exp3.numbers("gap");
        double[] mean = exp3.numbers("regret_mean");
        double[] ixMean = ix.numbers("regret_mean");
        double[] error = exp3.numbers("regret_se");
        double[] ixError = ix.numbers("regret_se");
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (int i = 1; i < gap.length; i++) {
            holds &= ixMean[i] >= mean[i] - STANDARD_ERRORS * Math.hypot(error[i], ixError[i]);
            evidence.add(
                    String.format(Locale.ROOT, "%s: %.0f and %.0f", ShortestDecimal.of(gap[i]), mean[i], ixMean[i]));
        }
        return new Verdict(holds, "means of Exp3 and Exp3-IX at gap " + String.join("; ", evidence));
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                3,
                List.of(
                        byGap(table, "(a) stochastic, five arms", "stochastic", "gap Δ"),
                        byGap(table, "(b) turning, two arms", "turning", "first-half loss α"),
                        missed(table)),
                "Realised regret of single runs of Exp3 and Exp3-IX, T = 10,000, both tuned for T. (a) Bernoulli arms of means"
                        + " 1/2 and four times 1/2 - Δ. (b) Arm 1 loses nothing until T/2 and 1 a round after; arm 2 loses α"
                        + " until T/2 and nothing after. Lines: median; bands: from the 5 % to the 95 % quantile, of "
                        + table.distinct("replicates").get(0)
                        + " replicates. (c) Share of the runs of (b) with regret of T/4 or more, with 95 % confidence for the"
                        + " share. Dashed: the bound that holds for 95 % of the runs of Exp3-IX, and the bound on the expected"
                        + " pseudo-regret of Exp3, which says nothing of single runs.");
    }

    private static Panel byGap(Table table, String title, String setting, String label) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < LEARNERS.size(); i++) {
            Look.Colour colour = Look.Colour.cycle(i);
            Table curve = curve(table, setting, LEARNERS.get(i));
            double[] gap = curve.numbers("gap");
            marks.add(new Mark.Band(gap, curve.numbers("regret_q05"), curve.numbers("regret_q95"), colour));
            marks.add(new Mark.Curve(name(i), gap, curve.numbers("regret_q50"), Look.solid(colour)));
        }
        marks.add(new Mark.Level(
                "bound, 95 % of runs, Exp3-IX", false, singleRunBound(setting), Look.theory(Look.Colour.cycle(1))));
        marks.add(new Mark.Level(
                "bound, expectation, Exp3", false, expectedBound(setting), Look.theory(Look.Colour.cycle(0))));
        return new Panel(title, Axis.linear(label), Axis.linear("regret of a run"), marks);
    }

    private static Panel missed(Table table) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < LEARNERS.size(); i++) {
            Look.Colour colour = Look.Colour.cycle(i);
            Table curve = curve(table, "turning", LEARNERS.get(i));
            double[] alpha = curve.numbers("gap");
            double[] share = curve.numbers("missed_mean");
            double[] error = curve.numbers("missed_se");
            double[] low = new double[share.length];
            double[] high = new double[share.length];
            for (int j = 0; j < share.length; j++) {
                low[j] = Math.max(0, share[j] - BAND * error[j]);
                high[j] = share[j] + BAND * error[j];
            }
            marks.add(new Mark.Band(alpha, low, high, colour));
            marks.add(new Mark.Curve(name(i), alpha, share, Look.solid(colour)));
        }
        marks.add(new Mark.Level(
                "1/65", false, KNOWN_SHARE, new Look(Look.Colour.BLACK, Look.Line.DOTTED, Look.Marker.NONE)));
        return new Panel(
                "(c) turning, missed turns",
                Axis.linear("first-half loss α"),
                Axis.linear("share with regret ≥ T/4"),
                marks);
    }

    private static String name(int learner) {
        return learner == 0 ? "Exp3" : "Exp3-IX";
    }
}
