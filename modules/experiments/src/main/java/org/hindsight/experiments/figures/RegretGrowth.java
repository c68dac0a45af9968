// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.hindsight.experiments.table.Table;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.TsallisInf;
import org.hindsight.noregret.bandits.index.BernoulliDivergence;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.bandits.index.Moss;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;

/**
 * How the regret of bandit learners grows with the horizon, beside what theory promises.
 *
 * <p>Bernoulli rewards: two arms of means 0.9 and 0.8; five arms of fixed means; and five arms of which one is better by
 * sqrt(K/T), which is about the hardest gap for a horizon T. Every horizon is a run of its own, so that learners that know
 * the horizon are told the right one. Each learner is built as its {@link org.hindsight.core.Bound} assumes; Thompson
 * sampling has none for a fixed instance. The setting is that of T. Lattimore and C. Szepesvari (2020), chapters 7 to 10
 * and 36.
 */
public final class RegretGrowth implements Experiment {
    private static final List<String> INSTANCES = List.of("two", "five", "hardest");
    private static final List<String> LEARNERS = List.of("ucb1", "kl-ucb", "moss", "thompson", "tsallis-inf");
    private static final double[] QUICK_HORIZONS = {100, 300, 1000, 3000, 10_000};
    private static final double[] PAPER_HORIZONS = {100, 300, 1000, 3000, 1e4, 3e4, 1e5, 3e5, 1e6};
    private static final int HARDEST_ARMS = 5;
    /** A mean beyond six standard errors of its expectation has a one-sided normal probability of 1e-9. */
    private static final double STANDARD_ERRORS = 6;

    /** Horizons this many places apart differ by a factor of ten. */
    private static final int DECADE = 2;

    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;

    /** Creates the experiment. */
    public RegretGrowth() {}

    @Override
    public String id() {
        return "regret-growth";
    }

    @Override
    public String title() {
        return "Regret of bandit learners against the horizon, with their bounds";
    }

    @Override
    public Source source() {
        return new Source("Lattimore, Szepesvari", 2020, "chapters 7 to 10 and 36", "doi:10.1017/9781108571401");
    }

    @Override
    public Design design(Scale scale) {
        boolean quick = scale == Scale.QUICK;
        Grid grid = Grid.of("instance", INSTANCES.toArray(String[]::new))
                .by("learner", LEARNERS.toArray(String[]::new))
                .by("horizon", quick ? QUICK_HORIZONS : PAPER_HORIZONS);
        return new Simulation(grid, quick ? 100 : 10_000, List.of("regret"), RegretGrowth::trial);
    }

    private static Simulation.Trial trial(Point point) {
        long horizon = Math.round(point.number("horizon"));
        BernoulliBandit bandit = bandit(point.word("instance"), horizon);
        BanditLearner learner = learner(point.word("learner"), bandit.arms(), horizon);
        PullCounts counts = PullCounts.forArms(bandit.arms());
        StochasticBandit instance = bandit.over(horizon);
        return (stream, out) -> {
            BanditPlay.run(learner, bandit, horizon, stream, counts);
            out[0] = counts.pseudoRegret(instance);
        };
    }

    private static BernoulliBandit bandit(String instance, long horizon) {
        return switch (instance) {
            case "two" -> BernoulliBandit.of(0.9, 0.8);
            case "five" -> BernoulliBandit.of(0.2, 0.35, 0.5, 0.55, 0.7);
            case "hardest" -> {
                double[] means = new double[HARDEST_ARMS];
                Arrays.fill(means, 0.5 - Math.sqrt((double) HARDEST_ARMS / horizon));
                means[0] = 0.5;
                yield BernoulliBandit.of(means);
            }
            default -> throw new IllegalArgumentException("no instance is called " + instance);
        };
    }

    private static BanditLearner learner(String name, int arms, long horizon) {
        return switch (name) {
            case "ucb1" -> Ucb1.of(arms);
            case "kl-ucb" -> KlUcb.withGuarantee(arms);
            case "moss" -> Moss.forUnitVariance(arms, horizon);
            case "thompson" -> ThompsonBernoulli.of(arms);
            case "tsallis-inf" -> TsallisInf.importanceWeighted(arms);
            default -> throw new IllegalArgumentException("no learner is called " + name);
        };
    }

    /** The bound of a learner on an instance; NaN for Thompson sampling. */
    private static double bound(String learner, String instance, double horizon) {
        long rounds = Math.round(horizon);
        StochasticBandit bandit = bandit(instance, rounds).over(rounds);
        return switch (learner) {
            case "ucb1" -> Ucb1.REGRET.at(bandit);
            case "kl-ucb" -> KlUcb.REGRET.at(bandit);
            case "moss" -> Moss.REGRET.at(bandit);
            case "tsallis-inf" -> TsallisInf.REGRET.at(new TsallisInf.Run(bandit.arms(), rounds));
            default -> Double.NaN;
        };
    }

    /** The sum of Delta / kl(mu, mu*), the slope in ln T that no consistent learner can beat (Lai, Robbins 1985). */
    private static double laiRobbins(BernoulliBandit bandit) {
        return IntStream.range(0, bandit.arms())
                .filter(arm -> bandit.gap(arm) > 0)
                .mapToDouble(arm -> bandit.gap(arm) / BernoulliDivergence.of(bandit.mean(arm), bandit.bestMean()))
                .sum();
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim("No learner's regret exceeds its bound, at any horizon", RegretGrowth::withinBounds),
                new Claim(
                        "On fixed instances the log-log slope of UCB1, KL-UCB and Thompson sampling falls: it is less over the"
                                + " last decade than over the first, and for the latter two less than 0.45",
                        RegretGrowth::slopesFall),
                new Claim(
                        "At the hardest gap the regret of MOSS and of Tsallis-INF grows like T^(1/2): log-log slope in [0.4, 0.6]",
                        RegretGrowth::squareRoot),
                new Claim(
                        "On fixed instances KL-UCB and Thompson sampling lose less than UCB1 at the longest horizon",
                        RegretGrowth::ordered),
                new Claim(
                        "With two arms KL-UCB's regret grows with ln T at one to three times the Lai-Robbins rate over the"
                                + " decade to T = 10^4, and at most twice over the decade to T = 10^6",
                        RegretGrowth::optimalRate));
    }

    private static Verdict withinBounds(Table table) {
        double worst = 0;
        String where = "";
        for (String instance : INSTANCES) {
            for (String learner : LEARNERS) {
                Table curve = curve(table, instance, learner);
                double[] horizon = curve.numbers("horizon");
                double[] mean = curve.numbers("regret_mean");
                double[] error = curve.numbers("regret_se");
                for (int i = 0; i < horizon.length; i++) {
                    double ratio = (mean[i] + STANDARD_ERRORS * error[i]) / bound(learner, instance, horizon[i]);
                    if (ratio > worst) {
                        worst = ratio;
                        where = String.format(Locale.ROOT, "%s, %s, T = %.0f", learner, instance, horizon[i]);
                    }
                }
            }
        }
        return new Verdict(
                worst <= 1,
                String.format(
                        Locale.ROOT,
                        "largest ratio of mean plus six standard errors to bound %.3f (%s)",
                        worst,
                        where));
    }

    private static Verdict slopesFall(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String instance : List.of("two", "five")) {
            for (String learner : List.of("ucb1", "kl-ucb", "thompson")) {
                Table curve = curve(table, instance, learner);
                double first = slope(curve, 0, DECADE);
                double last = slope(curve, curve.size() - 1 - DECADE, curve.size() - 1);
                holds &= last < first && (learner.equals("ucb1") || last < 0.45);
                evidence.add(String.format(Locale.ROOT, "%s/%s %.2f to %.2f", instance, learner, first, last));
            }
        }
        return new Verdict(holds, "slopes " + String.join("; ", evidence));
    }

    /** The log-log slope of the mean regret between two rows of a curve. */
    private static double slope(Table curve, int from, int to) {
        double[] horizon = curve.numbers("horizon");
        double[] regret = curve.numbers("regret_mean");
        return Math.log(regret[to] / regret[from]) / Math.log(horizon[to] / horizon[from]);
    }

    private static Verdict squareRoot(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String learner : List.of("moss", "tsallis-inf")) {
            Table curve = curve(table, "hardest", learner);
            // From T = 1000 on: before, the gap sqrt(K/T) is no small number.
            double slope = slope(curve, DECADE, curve.size() - 1);
            holds &= slope >= 0.4 && slope <= 0.6;
            evidence.add(String.format(Locale.ROOT, "%s %.3f", learner, slope));
        }
        return new Verdict(holds, "slopes " + String.join("; ", evidence));
    }

    private static Verdict ordered(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String instance : List.of("two", "five")) {
            double[] ucb1 = last(curve(table, instance, "ucb1"));
            for (String learner : List.of("kl-ucb", "thompson")) {
                double[] other = last(curve(table, instance, learner));
                holds &= other[0] + STANDARD_ERRORS * Math.hypot(ucb1[1], other[1]) < ucb1[0];
                evidence.add(
                        String.format(Locale.ROOT, "%s: %s %.1f, ucb1 %.1f", instance, learner, other[0], ucb1[0]));
            }
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    /** Mean and standard error at the longest horizon. */
    private static double[] last(Table curve) {
        double[] mean = curve.numbers("regret_mean");
        double[] error = curve.numbers("regret_se");
        return new double[] {mean[mean.length - 1], error[error.length - 1]};
    }

    private static Verdict optimalRate(Table table) {
        Table curve = curve(table, "two", "kl-ucb");
        double[] horizon = curve.numbers("horizon");
        double[] regret = curve.numbers("regret_mean");
        double[] error = curve.numbers("regret_se");
        int last = horizon.length - 1;
        int start = last - DECADE;
        double decade = Math.log(horizon[last] / horizon[start]);
        double slope = (regret[last] - regret[start]) / decade;
        double noise = STANDARD_ERRORS * Math.hypot(error[last], error[start]) / decade;
        double optimal = laiRobbins(bandit("two", 1));
        double factor = horizon[last] < 1e6 ? 3 : 2;
        return new Verdict(
                slope >= optimal - noise && slope <= factor * optimal + noise,
                String.format(
                        Locale.ROOT,
                        "slope %.3f (six standard errors %.3f), Lai-Robbins %.3f, T = %.0f to %.0f",
                        slope,
                        noise,
                        optimal,
                        horizon[start],
                        horizon[last]));
    }

    private static Table curve(Table table, String instance, String learner) {
        return table.where("instance", instance).where("learner", learner);
    }

    @Override
    public Figure figure(Table table) {
        List<Panel> panels = List.of(
                panel(table, "(a) means 0.9, 0.8", "two"),
                panel(table, "(b) means 0.2, 0.35, 0.5, 0.55, 0.7", "five"),
                panel(table, "(c) five arms, gap √(K/T)", "hardest"));
        return new Figure(
                3,
                panels,
                "Pseudo-regret of five bandit learners against the horizon T, each horizon a run of its own. Bands: 95 %"
                        + " confidence for the mean of "
                        + table.distinct("replicates").get(0)
                        + " replicates (often thinner than the line). Dashed: the learner's bound, in its colour, where it is"
                        + " below T times the gap of the worst arm. Dotted: the Lai-Robbins rate, ln T times the sum of"
                        + " Δ/kl(μ, μ*); only its slope is a lower bound, and only for large T.");
    }

    private static Panel panel(Table table, String title, String instance) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < LEARNERS.size(); i++) {
            String learner = LEARNERS.get(i);
            Table curve = curve(table, instance, learner);
            double[] horizon = curve.numbers("horizon");
            double[] mean = curve.numbers("regret_mean");
            double[] error = curve.numbers("regret_se");
            Look.Colour colour = Look.Colour.cycle(i);
            double[] low = new double[mean.length];
            double[] high = new double[mean.length];
            for (int j = 0; j < mean.length; j++) {
                // On a logarithmic axis a band cannot reach 0.
                low[j] = Math.max(mean[j] / 10, mean[j] - BAND * error[j]);
                high[j] = mean[j] + BAND * error[j];
            }
            marks.add(new Mark.Band(horizon, low, high, colour));
            marks.add(new Mark.Curve(name(learner), horizon, mean, Look.solid(colour)));
            double[] where = Arrays.stream(horizon)
                    .filter(T -> bound(learner, instance, T) < T * worstGap(instance, T))
                    .toArray();
            if (where.length > 0) {
                double[] bounds = Arrays.stream(where)
                        .map(T -> bound(learner, instance, T))
                        .toArray();
                marks.add(new Mark.Curve("", where, bounds, Look.theory(colour)));
            }
        }
        if (!instance.equals("hardest")) {
            double[] horizon = curve(table, instance, "ucb1").numbers("horizon");
            double rate = laiRobbins(bandit(instance, 1));
            double[] line = Arrays.stream(horizon).map(T -> rate * Math.log(T)).toArray();
            marks.add(new Mark.Curve(
                    "Lai–Robbins rate",
                    horizon,
                    line,
                    new Look(Look.Colour.BLACK, Look.Line.DOTTED, Look.Marker.NONE)));
        }
        return new Panel(title, Axis.logarithmic("horizon T"), Axis.logarithmic("regret"), marks);
    }

    private static double worstGap(String instance, double horizon) {
        long rounds = Math.round(horizon);
        return bandit(instance, rounds).over(rounds).largestGap();
    }

    private static String name(String learner) {
        return switch (learner) {
            case "ucb1" -> "UCB1";
            case "kl-ucb" -> "KL-UCB";
            case "moss" -> "MOSS";
            case "thompson" -> "Thompson";
            case "tsallis-inf" -> "Tsallis-INF";
            default -> throw new IllegalArgumentException("no learner is called " + learner);
        };
    }
}
