// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hindsight.core.Source;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.experiments.Calculation;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Claim.Verdict;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Grid;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.plot.Axis;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.Look;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.plot.Panel;
import org.hindsight.experiments.table.Table;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.dynamics.FictitiousPlay;
import org.hindsight.games.dynamics.PlayMeasurement;
import org.hindsight.games.dynamics.RoundSpacing;
import org.hindsight.games.dynamics.SelfPlay;
import org.hindsight.games.generators.RandomGames;
import org.hindsight.games.zerosum.Extragradient;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.OptimisticHedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.noregret.experts.RegretMatchingPlus;

/**
 * How fast play comes to equilibrium: averages and last iterates in zero-sum games, the joint play in a general one.
 *
 * <p>Zero-sum: matching pennies with a prize of 2 for one of the matches, rock, paper, scissors with prizes of 1, 2 and 3, and
 * a random game of ten actions a player. General: L. Shapley's game with prizes of 1, 2 and 3, since all learners begin at the
 * uniform strategies, which are the equilibrium of the even one. Gaps are relative to the payoff range. The table has a row
 * for each game, learner, quantity and measured round: <em>average</em> and <em>last</em> are the sums of the players' regrets
 * at the average strategies and at the last ones, in a zero-sum game the duality gap; <em>coarse</em> is the largest
 * external regret of a player per round, <em>joint</em> the largest gain from a deviation from the joint play, computed from
 * that distribution alone; <em>bound</em> is what is promised for the average, in Shapley's game for the joint play. After
 * Y. Freund and R. Schapire (1999) and V. Syrgkanis et al. (2015).
 */
public final class DynamicsConvergence implements Experiment {
    private static final List<String> ZERO_SUM = List.of("pennies", "rock-paper-scissors", "random-10");
    private static final String SHAPLEY = "shapley";
    private static final List<String> LEARNERS = List.of("hedge", "optimistic-hedge", "rm-plus", "extragradient");
    private static final String FICTITIOUS = "fictitious-play";
    private static final List<String> PROMISED_IN_SHAPLEY = List.of("hedge", "rm-plus");
    private static final List<String> QUANTITIES = List.of("average", "last", "coarse", "joint", "bound");
    private static final double FASTEST = 1;
    private static final int PER_DECADE = 20;
    private static final long SEED = 1;
    /** Rounding in gaps of averages over all rounds stays below this. */
    private static final double ROUNDING = 1e-10;
    /** Where a logarithmic axis ends for gaps that are rounding. */
    private static final double FLOOR = 1e-12;

    /** Creates the experiment. */
    public DynamicsConvergence() {}

    @Override
    public String id() {
        return "dynamics-convergence";
    }

    @Override
    public String title() {
        return "Convergence of learning in games, on average and in the last round";
    }

    @Override
    public Source source() {
        return new Source("Syrgkanis, Agarwal, Luo, Schapire", 2015, "Section 3", "arXiv:1507.00407");
    }

    @Override
    public Design design(Scale scale) {
        long horizon = scale == Scale.QUICK ? 10_000 : 100_000;
        List<String> games = new ArrayList<>(ZERO_SUM);
        games.add(SHAPLEY);
        List<String> learners = new ArrayList<>(LEARNERS);
        learners.add(FICTITIOUS);
        return new Calculation(
                Grid.of("game", games.toArray(String[]::new))
                        .by("learner", learners.toArray(String[]::new))
                        .by("quantity", QUANTITIES.toArray(String[]::new)),
                List.of("round", "gap"),
                point -> path(point.word("game"), point.word("learner"), point.word("quantity"), horizon));
    }

    private static ZeroSumGame zeroSum(String game) {
        return switch (game) {
            case "pennies" -> ZeroSumGame.of(new double[][] {{2, -1}, {-1, 1}});
            case "rock-paper-scissors" -> ZeroSumGame.of(new double[][] {{0, -3, 2}, {3, 0, -1}, {-2, 1, 0}});
            case "random-10" -> RandomGames.zeroSum(10, 10, Xoshiro256PlusPlus.seeded(SEED));
            default -> throw new IllegalArgumentException("no zero-sum game is called " + game);
        };
    }

    private static NormalFormGame shapley() {
        return NormalFormGame.bimatrix(
                new double[][] {{0, 0, 1}, {2, 0, 0}, {0, 3, 0}}, new double[][] {{0, 1, 0}, {0, 0, 2}, {3, 0, 0}});
    }

    /** The rows of one learner in one game, none where the quantity is not defined or nothing is promised. */
    private static List<double[]> path(String game, String learner, String quantity, long horizon) {
        boolean general = game.equals(SHAPLEY);
        boolean counts = quantity.equals("coarse") || quantity.equals("joint");
        if (counts && !general) {
            return List.of();
        }
        if (learner.equals(FICTITIOUS)) {
            return general && !quantity.equals("bound") && !quantity.equals("last")
                    ? fictitious(quantity, horizon)
                    : List.of();
        }
        if (learner.equals("extragradient")) {
            return general ? List.of() : extragradient(zeroSum(game), quantity, horizon);
        }
        if (quantity.equals("bound")) {
            if (general && !PROMISED_IN_SHAPLEY.contains(learner)) {
                return List.of();
            }
            int actions = general ? 3 : zeroSum(game).rows();
            return rounds(horizon).stream()
                    .map(round -> new double[] {round, bound(learner, actions, round, horizon, general)})
                    .toList();
        }
        NormalFormGame played = general ? shapley() : zeroSum(game).toNormalForm();
        SelfPlay play = SelfPlay.among(played, actions -> learner(learner, actions, horizon));
        return quantity.equals("joint") ? jointGaps(played, play, horizon) : measured(play, quantity, horizon);
    }

    private static FullInformationLearner learner(String name, int actions, long horizon) {
        return switch (name) {
            case "hedge" -> Hedge.tunedFor(actions, horizon);
            case "optimistic-hedge" -> OptimisticHedge.of(actions, FASTEST);
            case "rm-plus" -> RegretMatchingPlus.of(actions);
            default -> throw new IllegalArgumentException("no learner is called " + name);
        };
    }

    /** Both players have the same number of actions in all these games. */
    private static double bound(String learner, int actions, long round, long horizon, boolean general) {
        return switch (learner) {
            case "hedge" -> {
                double rate = Hedge.tunedFor(actions, horizon).learningRate();
                double coarse = SelfPlay.HEDGE_COARSE_GAP.at(new Hedge.Run(actions, rate, round));
                yield general ? coarse : 2 * coarse;
            }
            case "rm-plus" -> {
                double coarse = SelfPlay.REGRET_MATCHING_COARSE_GAP.at(new RegretMatching.Run(actions, round));
                yield general ? coarse : 2 * coarse;
            }
            case "optimistic-hedge" ->
                SelfPlay.OPTIMISTIC_HEDGE_SUM_OF_REGRETS.at(new SelfPlay.OptimisticPair(actions, actions, FASTEST))
                        / round;
            default -> throw new IllegalArgumentException("nothing is promised of " + learner);
        };
    }

    private static List<Long> rounds(long horizon) {
        RoundSpacing spacing = RoundSpacing.logarithmic(PER_DECADE);
        List<Long> rounds = new ArrayList<>();
        for (long round = 1; round < horizon; round = spacing.after(round)) {
            rounds.add(round);
        }
        rounds.add(horizon);
        return rounds;
    }

    private static List<double[]> measured(SelfPlay play, String quantity, long horizon) {
        ToDoubleFunction<PlayMeasurement> gap =
                switch (quantity) {
                    case "average" -> PlayMeasurement::averageNashConv;
                    case "last" -> PlayMeasurement::lastNashConv;
                    case "coarse" -> PlayMeasurement::coarseGap;
                    default -> throw new IllegalArgumentException("no quantity is called " + quantity);
                };
        return play.run(horizon, RoundSpacing.logarithmic(PER_DECADE)).stream()
                .map(at -> new double[] {at.round(), gap.applyAsDouble(at)})
                .toList();
    }

    private static List<double[]> jointGaps(NormalFormGame game, SelfPlay play, long horizon) {
        play.keepingJointPlay();
        List<double[]> rows = new ArrayList<>();
        for (long round : rounds(horizon)) {
            play.advance(round - play.rounds());
            rows.add(new double[] {round, largestCoarseGain(game, play.jointPlay())});
        }
        return rows;
    }

    /** The largest gain from a fixed deviation, relative to the payoff range, which is 3 for both players. */
    private static double largestCoarseGain(NormalFormGame game, JointDistribution joint) {
        return Math.max(0, game.cceGap(joint)) / game.payoffRange(0);
    }

    private static List<double[]> extragradient(ZeroSumGame game, String quantity, long horizon) {
        Extragradient play = Extragradient.of(game, Extragradient.LARGEST_STEP);
        double[] row = new double[game.rows()];
        double[] column = new double[game.columns()];
        double[][] profile = {row, column};
        NormalFormGame played = game.toNormalForm();
        double[] scratch = new double[played.form().maxActions()];
        List<double[]> rows = new ArrayList<>();
        long done = 0;
        for (long round : rounds(horizon)) {
            for (; done < round; done++) {
                play.round();
            }
            if (quantity.equals("bound")) {
                rows.add(new double[] {
                    round,
                    Extragradient.DUALITY_GAP.at(
                            new Extragradient.Run(game.rows(), game.columns(), Extragradient.LARGEST_STEP, round))
                });
                continue;
            }
            if (quantity.equals("average")) {
                play.average(row, column);
            } else {
                play.last(row, column);
            }
            rows.add(new double[] {round, played.nashConv(profile, scratch) / game.payoffRange()});
        }
        return rows;
    }

    private static List<double[]> fictitious(String quantity, long horizon) {
        NormalFormGame game = shapley();
        FictitiousPlay play = FictitiousPlay.of(game);
        double[] counts = new double[game.form().profiles()];
        double[][] alternatives = new double[2][3];
        double[] earned = new double[2];
        List<double[]> rows = new ArrayList<>();
        for (long round : rounds(horizon)) {
            while (play.rounds() < round) {
                play.round();
                int first = play.lastAction(0);
                int second = play.lastAction(1);
                counts[game.form().profileIndex(first, second)]++;
                for (int a = 0; a < 3; a++) {
                    alternatives[0][a] += game.payoff(0, a, second);
                    alternatives[1][a] += game.payoff(1, first, a);
                }
                earned[0] += game.payoff(0, first, second);
                earned[1] += game.payoff(1, first, second);
            }
            double gap =
                    switch (quantity) {
                        case "average" -> game.nashConv(play.frequencies()) / game.payoffRange(0);
                        case "coarse" ->
                            Math.max(
                                            0,
                                            Math.max(
                                                    regret(alternatives[0], earned[0]),
                                                    regret(alternatives[1], earned[1])))
                                    / round
                                    / game.payoffRange(0);
                        case "joint" ->
                            largestCoarseGain(
                                    game,
                                    JointDistribution.of(
                                            game.form(),
                                            Arrays.stream(counts)
                                                    .map(count -> count / round)
                                                    .toArray()));
                        default -> throw new IllegalArgumentException("no quantity is called " + quantity);
                    };
            rows.add(new double[] {round, gap});
        }
        return rows;
    }

    private static double regret(double[] alternatives, double earned) {
        return Arrays.stream(alternatives).max().orElseThrow() - earned;
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "In zero-sum games the average strategies of every learner are within its bound in every round"
                                + " measured",
                        DynamicsConvergence::averagesWithinBounds),
                new Claim(
                        "Hedge's last strategies do not converge: in the last decade of rounds their gap comes to more than a"
                                + " tenth of its first value",
                        DynamicsConvergence::hedgeDoesNotConverge),
                new Claim(
                        "The last strategies of optimistic Hedge and extragradient converge: their gap ends below a thousandth of"
                                + " its first value",
                        DynamicsConvergence::lastStrategiesConverge),
                new Claim(
                        "At the end the average strategies of optimistic Hedge and extragradient are closer than Hedge's",
                        DynamicsConvergence::fasterThanHedge),
                new Claim(
                        "In Shapley's game the gain from a deviation from the joint play is the largest regret per round",
                        DynamicsConvergence::deviationGainIsRegret),
                new Claim(
                        "In Shapley's game the joint play of Hedge and regret matching plus is within its bound",
                        DynamicsConvergence::jointPlayWithinBounds),
                new Claim(
                        "In Shapley's game fictitious play cycles: its joint play comes within 0.02 of coarse correlated"
                                + " equilibrium, its frequencies are no closer to Nash equilibrium in the last decade of rounds than"
                                + " half their least gap in the decade before",
                        DynamicsConvergence::fictitiousPlayCycles));
    }

    private static Table rows(Table table, String game, String learner, String quantity) {
        return table.where("game", game).where("learner", learner).where("quantity", quantity);
    }

    private static double[] gaps(Table table, String game, String learner, String quantity) {
        return rows(table, game, learner, quantity).numbers("gap");
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    /** The largest ratio of a gap to its bound; the second is positive. */
    private static double largestShare(double[] gap, double[] bound) {
        double worst = 0;
        for (int i = 0; i < gap.length; i++) {
            worst = Math.max(worst, (gap[i] - ROUNDING) / bound[i]);
        }
        return worst;
    }

    private static Verdict averagesWithinBounds(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String game : ZERO_SUM) {
            for (String learner : LEARNERS) {
                double share = largestShare(gaps(table, game, learner, "average"), gaps(table, game, learner, "bound"));
                holds &= share <= 1;
                evidence.add(game + ", " + name(learner) + " " + number(share));
            }
        }
        return new Verdict(holds, "largest share of the bound: " + String.join("; ", evidence));
    }

    private static Verdict hedgeDoesNotConverge(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String game : ZERO_SUM) {
            double[] gap = gaps(table, game, "hedge", "last");
            double late = Arrays.stream(gap, gap.length - PER_DECADE, gap.length)
                    .max()
                    .orElseThrow();
            holds &= late > gap[0] / 10;
            evidence.add(game + " from " + number(gap[0]) + " to " + number(late));
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    private static Verdict lastStrategiesConverge(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String game : ZERO_SUM) {
            for (String learner : List.of("optimistic-hedge", "extragradient")) {
                double[] gap = gaps(table, game, learner, "last");
                holds &= last(gap) < gap[0] / 1000;
                evidence.add(game + ", " + name(learner) + " from " + number(gap[0]) + " to " + number(last(gap)));
            }
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    private static Verdict fasterThanHedge(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String game : ZERO_SUM) {
            double hedge = last(gaps(table, game, "hedge", "average"));
            double optimistic = last(gaps(table, game, "optimistic-hedge", "average"));
            double extragradient = last(gaps(table, game, "extragradient", "average"));
            holds &= optimistic < hedge && extragradient < hedge;
            evidence.add(game + " " + number(hedge) + ", " + number(optimistic) + ", " + number(extragradient));
        }
        return new Verdict(holds, "Hedge, optimistic Hedge, extragradient: " + String.join("; ", evidence));
    }

    private static List<String> learnersOf(Table table, String game) {
        return table.where("game", game).distinct("learner");
    }

    private static Verdict deviationGainIsRegret(Table table) {
        double worst = 0;
        for (String learner : learnersOf(table, SHAPLEY)) {
            double[] coarse = gaps(table, SHAPLEY, learner, "coarse");
            double[] joint = gaps(table, SHAPLEY, learner, "joint");
            for (int i = 0; i < coarse.length; i++) {
                worst = Math.max(worst, Math.abs(coarse[i] - joint[i]));
            }
        }
        return new Verdict(worst <= ROUNDING, "largest difference " + number(worst));
    }

    private static Verdict jointPlayWithinBounds(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String learner : PROMISED_IN_SHAPLEY) {
            double share = largestShare(gaps(table, SHAPLEY, learner, "joint"), gaps(table, SHAPLEY, learner, "bound"));
            holds &= share <= 1;
            evidence.add(name(learner) + " " + number(share));
        }
        return new Verdict(holds, "largest share of the bound: " + String.join("; ", evidence));
    }

    private static Verdict fictitiousPlayCycles(Table table) {
        double joint = last(gaps(table, SHAPLEY, FICTITIOUS, "joint"));
        double[] average = gaps(table, SHAPLEY, FICTITIOUS, "average");
        int decade = average.length - PER_DECADE;
        double late = Arrays.stream(average, decade, average.length).min().orElseThrow();
        double early = Arrays.stream(average, decade - PER_DECADE, decade).min().orElseThrow();
        return new Verdict(
                joint < 0.02 && late > early / 2,
                "deviation gain " + number(joint) + ", least Nash gap " + number(early) + " in the decade before and "
                        + number(late) + " in the last");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    @Override
    public Figure figure(Table table) {
        List<Panel> panels = new ArrayList<>();
        String[] titles = {"pennies", "rock, paper, scissors", "random, 10 × 10"};
        for (int i = 0; i < titles.length; i++) {
            panels.add(panel(
                    table,
                    "(" + (char) ('a' + i) + ") " + titles[i] + ": average",
                    ZERO_SUM.get(i),
                    "average",
                    "duality gap",
                    1e-6));
        }
        panels.add(panel(table, "(d) Shapley: joint play", SHAPLEY, "joint", "gain from a deviation", 1e-5));
        for (int i = 0; i < titles.length; i++) {
            panels.add(panel(
                    table,
                    "(" + (char) ('e' + i) + ") " + titles[i] + ": last",
                    ZERO_SUM.get(i),
                    "last",
                    "duality gap",
                    FLOOR));
        }
        panels.add(panel(table, "(h) Shapley: average", SHAPLEY, "average", "sum of regrets", 1e-4));
        return new Figure(
                4,
                panels,
                "Gaps relative to the payoff range; what is smaller than an axis shows is drawn at its end. Hedge is tuned for"
                        + " the last round, optimistic Hedge has learning rate 1, extragradient step size 2; all begin at the"
                        + " uniform strategies. Dashed: the bound of the learner of that colour. (a)-(c) Duality gap of the"
                        + " average strategies in zero-sum games: pennies with prizes 2 and 1, rock, paper, scissors with"
                        + " prizes 1, 2 and 3, and independent payoffs. (e)-(g) The same of the last strategies. (d) In"
                        + " Shapley's game with prizes 1, 2 and 3, what the better of the players gains by the best fixed"
                        + " deviation from the joint play, which is her regret per round. (h) There, the sum of the regrets at"
                        + " the product of the average strategies. Deterministic; no sampling.");
    }

    private static Panel panel(Table table, String title, String game, String quantity, String label, double floor) {
        List<Mark> marks = new ArrayList<>();
        boolean promised = quantity.equals(game.equals(SHAPLEY) ? "joint" : "average");
        for (String learner : learnersOf(table, game)) {
            Look.Colour colour = colour(learner);
            Table measured = rows(table, game, learner, quantity);
            if (measured.size() > 0) {
                marks.add(curve(name(learner), measured, floor, Look.solid(colour)));
            }
            Table bound = rows(table, game, learner, "bound");
            if (promised && bound.size() > 0) {
                marks.add(dashes(bound, Look.theory(colour)));
            }
        }
        return new Panel(title, Axis.logarithmic("round"), Axis.logarithmic(label), marks);
    }

    /** Few points: dashes begin anew at each. */
    private static Mark dashes(Table bound, Look look) {
        double[] round = bound.numbers("round");
        double[] gap = bound.numbers("gap");
        int[] kept = IntStream.range(0, round.length)
                .filter(i -> i % (PER_DECADE / 2) == 0 || i == round.length - 1)
                .toArray();
        return new Mark.Curve(
                "",
                Arrays.stream(kept).mapToDouble(i -> round[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> gap[i]).toArray(),
                look);
    }

    private static Mark curve(String label, Table rows, double floor, Look look) {
        return new Mark.Curve(
                label,
                rows.numbers("round"),
                Arrays.stream(rows.numbers("gap"))
                        .map(gap -> Math.max(floor, gap))
                        .toArray(),
                look);
    }

    private static Look.Colour colour(String learner) {
        int at = LEARNERS.indexOf(learner);
        return Look.Colour.cycle(at < 0 ? LEARNERS.size() : at);
    }

    private static String name(String learner) {
        return switch (learner) {
            case "hedge" -> "Hedge";
            case "optimistic-hedge" -> "optimistic Hedge";
            case "rm-plus" -> "regret matching+";
            case "fictitious-play" -> "fictitious play";
            default -> learner;
        };
    }
}
