// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
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
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.decentralized.BernoulliPair;
import org.hindsight.stackelberg.decentralized.BestManipulation;
import org.hindsight.stackelberg.decentralized.DecentralizedPlay;
import org.hindsight.stackelberg.decentralized.ManipulatingUcb;
import org.hindsight.stackelberg.decentralized.MappedFollower;
import org.hindsight.stackelberg.decentralized.PairCounts;
import org.hindsight.stackelberg.decentralized.PerRowUcb;
import org.hindsight.stackelberg.decentralized.RowFollower;
import org.hindsight.stackelberg.decentralized.RowLeaders;

/**
 * What a follower gains by leading on a leader who learns.
 *
 * <p>Random games of 5 rows and 5 columns with Bernoulli rewards of uniform means, a new game in each replicate and the same games for
 * all followers. The set-up is ours, after the comparison of Y. Yu, H. Chen (2024), whose own was not available.
 */
public final class FollowerManipulation implements Experiment {
    private static final int SIZE = 5;
    private static final List<String> LEADERS = List.of("ucbe", "exp3");
    private static final List<String> FOLLOWERS = List.of("fbm", "fmucb", "br", "ucb");
    private static final double[] QUICK_ROUNDS = {300, 1000, 3000, 10_000, 30_000};
    private static final double[] PAPER_ROUNDS = {300, 1000, 3000, 1e4, 3e4, 1e5, 3e5};
    /** A leader who learns must be able to tell the row it is led to. */
    private static final double MARGIN = 0.1;

    /** How much wider the leader's confidence bounds are than those of UCB1. */
    private static final double FACTOR = 1.5;

    /** Of the follower who learns to manipulate. */
    private static final double EXPLORATION = 2;

    /** The width of its confidence bounds: at 1 they are proper, and too wide to act on at these horizons. */
    private static final double CONFIDENCE = 0.25;

    /** A mean beyond three standard errors of 0 has a one-sided normal probability of 0.0014. */
    private static final double STANDARD_ERRORS = 3;

    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;

    /** Creates the experiment. */
    public FollowerManipulation() {}

    @Override
    public String id() {
        return "follower-manipulation";
    }

    @Override
    public String title() {
        return "Best response against manipulation, for followers of a leader who learns";
    }

    @Override
    public Source source() {
        return new Source("Yu, Chen", 2024, "Section 5; set-up ours", "arXiv:2405.03158");
    }

    @Override
    public Design design(Scale scale) {
        boolean quick = scale == Scale.QUICK;
        Grid grid = Grid.of("leader", LEADERS.toArray(String[]::new)).by("rounds", quick ? QUICK_ROUNDS : PAPER_ROUNDS);
        List<String> measures = new ArrayList<>(FOLLOWERS);
        measures.addAll(List.of("known", "learned", "settled"));
        return new Simulation(grid, quick ? 40 : 500, measures, FollowerManipulation::trial);
    }

    private static Simulation.Trial trial(Point point) {
        long rounds = Math.round(point.number("rounds"));
        String leader = point.word("leader");
        PairCounts counts = PairCounts.of(SIZE, SIZE);
        return (stream, out) -> {
            BimatrixStackelbergGame means = means(stream);
            BernoulliPair rewards = BernoulliPair.of(means);
            for (int i = 0; i < FOLLOWERS.size(); i++) {
                counts.reset();
                DecentralizedPlay.proceed(
                        leader(leader, rounds), follower(FOLLOWERS.get(i), means), rewards, rounds, stream, counts);
                out[i] = counts.followerTotal(means) / rounds;
            }
            // The same game for all followers, so differences within it say more than means.
            out[4] = out[0] - out[2];
            out[5] = out[1] - out[3];
            out[6] = out[2] - equilibriumReward(means);
        };
    }

    private static BimatrixStackelbergGame means(Xoshiro256PlusPlus stream) {
        double[][] u = new double[SIZE][SIZE];
        double[][] v = new double[SIZE][SIZE];
        for (int a = 0; a < SIZE; a++) {
            for (int b = 0; b < SIZE; b++) {
                u[a][b] = stream.nextDouble();
                v[a][b] = stream.nextDouble();
            }
        }
        return BimatrixStackelbergGame.of(u, v);
    }

    /** What the follower gets where it best-responds and the leader knows it. */
    private static double equilibriumReward(BimatrixStackelbergGame means) {
        MappedFollower honest = MappedFollower.bestResponding(means);
        int row = 0;
        for (int a = 1; a < SIZE; a++) {
            row = means.leaderPayoffAt(a, honest.respond(a)) > means.leaderPayoffAt(row, honest.respond(row)) ? a : row;
        }
        return means.followerPayoffAt(row, honest.respond(row));
    }

    private static BanditLearner leader(String name, long rounds) {
        return name.equals("ucbe") ? RowLeaders.ucbWithExtraExploration(SIZE, FACTOR) : RowLeaders.exp3(SIZE, rounds);
    }

    private static RowFollower follower(String name, BimatrixStackelbergGame means) {
        return switch (name) {
            case "fbm" -> {
                Optional<BestManipulation> best = BestManipulation.withMargin(means, MARGIN);
                yield best.isPresent() ? best.get().follower(SIZE) : MappedFollower.bestResponding(means);
            }
            case "fmucb" -> ManipulatingUcb.of(SIZE, SIZE, EXPLORATION).withConfidence(CONFIDENCE);
            case "br" -> MappedFollower.bestResponding(means);
            case "ucb" -> PerRowUcb.of(SIZE, SIZE);
            default -> throw new IllegalArgumentException("no follower is called " + name);
        };
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "Knowing the means, the best manipulation earns more than best response in the same games at the longest"
                                + " horizon, against both leaders",
                        table -> ahead(table, LEADERS, "known")),
                new Claim(
                        "Learning the means, manipulation earns more than UCB in the same games at the longest horizon, against"
                                + " the UCB leader",
                        table -> ahead(table, LEADERS.subList(0, 1), "learned")),
                new Claim(
                        "At the longest horizon a best-responding follower earns within 0.1 of its reward at the equilibrium in"
                                + " pure strategies, against both leaders",
                        FollowerManipulation::settles));
    }

    private static Verdict ahead(Table table, List<String> leaders, String difference) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String leader : leaders) {
            double[] gain = last(table, leader, difference);
            holds &= gain[0] - STANDARD_ERRORS * gain[1] > 0;
            evidence.add(String.format(Locale.ROOT, "%s: %.3f, standard error %.3f", leader, gain[0], gain[1]));
        }
        return new Verdict(holds, "mean gains " + String.join("; ", evidence));
    }

    private static Verdict settles(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String leader : LEADERS) {
            double[] difference = last(table, leader, "settled");
            holds &= Math.abs(difference[0]) <= 0.1;
            evidence.add(String.format(Locale.ROOT, "%s: %.3f", leader, difference[0]));
        }
        return new Verdict(holds, "mean differences " + String.join("; ", evidence));
    }

    /** Mean and standard error at the longest horizon. */
    private static double[] last(Table table, String leader, String measure) {
        Table curve = table.where("leader", leader);
        double[] mean = curve.numbers(measure + "_mean");
        double[] error = curve.numbers(measure + "_se");
        return new double[] {mean[mean.length - 1], error[error.length - 1]};
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                2,
                List.of(
                        panel(table, "(a) leader: UCB, extra exploration", "ucbe"),
                        panel(table, "(b) leader: Exp3, uniform exploration", "exp3")),
                "Follower's average reward up to round T, in random games of 5 rows and 5 columns whose rewards are Bernoulli with"
                        + " uniform means; a new game in each replicate. Horizons are runs of their own. Manipulation answers one"
                        + " row so as to make it the leader's best and punishes the others; it is shown with the means known and"
                        + " learned, and so is best response. The set-up is ours, not the paper's. Mean of "
                        + table.distinct("replicates").get(0)
                        + " replicates; bands: 95 % confidence for the mean.");
    }

    private static Panel panel(Table table, String title, String leader) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < FOLLOWERS.size(); i++) {
            Look.Colour colour = Look.Colour.cycle(i);
            Table curve = table.where("leader", leader);
            double[] rounds = curve.numbers("rounds");
            double[] mean = curve.numbers(FOLLOWERS.get(i) + "_mean");
            double[] error = curve.numbers(FOLLOWERS.get(i) + "_se");
            double[] low = new double[mean.length];
            double[] high = new double[mean.length];
            for (int j = 0; j < mean.length; j++) {
                low[j] = mean[j] - BAND * error[j];
                high[j] = mean[j] + BAND * error[j];
            }
            marks.add(new Mark.Band(rounds, low, high, colour));
            marks.add(new Mark.Curve(name(FOLLOWERS.get(i)), rounds, mean, Look.solid(colour)));
        }
        return new Panel(title, Axis.logarithmic("rounds T"), Axis.linear("follower's average reward"), marks);
    }

    private static String name(String follower) {
        return switch (follower) {
            case "fbm" -> "manipulation, known means";
            case "fmucb" -> "manipulation, learned";
            case "br" -> "best response, known means";
            default -> "best response, UCB";
        };
    }
}
