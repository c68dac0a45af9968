// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hindsight.core.Source;
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
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.generators.RandomGames;
import org.hindsight.games.sinks.ResponseGraph;
import org.hindsight.games.sinks.SinkEquilibria;

/**
 * The limit of a game over its sink equilibria: where the walk of better responses ends, from every profile.
 *
 * <p>After "Swim till you sink" (2024), arXiv:2408.11146. Players move one at a time, each deviation with probability
 * proportional to its gain. The first three games are small enough to be solved by hand; the fourth has three players of
 * three actions and random whole payoffs. The table has a row for each game, sink and start profile: size is the number of
 * profiles in the sink, hitting the probability of ending there from the profile, limit that from a uniform profile.
 */
public final class SinkLimits implements Experiment {
    private static final List<String> GAMES =
            List.of("coordination", "battle-of-the-sexes", "cycle-and-equilibrium", "three-players");
    private static final double[][] HANDS = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
    /** Chosen for a cycle beside two equilibria, which one game in thousands has. */
    private static final long SEED = 4494;
    /** Rounding in sums of a few dozen probabilities stays far below this. */
    private static final double ROUNDING = 1e-12;

    /** Creates the experiment. */
    public SinkLimits() {}

    @Override
    public String id() {
        return "sink-limits";
    }

    @Override
    public String title() {
        return "The limit of a game over its sink equilibria";
    }

    @Override
    public Source source() {
        return new Source("Hakim, Milionis, Papadimitriou, Piliouras", 2024, "limit of a game", "arXiv:2408.11146");
    }

    @Override
    public Design design(Scale scale) {
        // The calculation is exact and takes milliseconds, so both scales are the same.
        return new Calculation(
                Grid.of("game", GAMES.toArray(String[]::new)),
                List.of("sink", "size", "profile", "hitting", "limit"),
                point -> rows(SinkEquilibria.of(ResponseGraph.of(game(point.word("game"))))));
    }

    private static List<double[]> rows(SinkEquilibria sinks) {
        double[] limit = sinks.limitOfUniform();
        List<double[]> rows = new ArrayList<>();
        for (int sink = 0; sink < limit.length; sink++) {
            double[] hitting = sinks.hittingProbabilities(sink);
            for (int profile = 0; profile < hitting.length; profile++) {
                rows.add(new double[] {sink, sinks.sinks().get(sink).size(), profile, hitting[profile], limit[sink]});
            }
        }
        return rows;
    }

    private static NormalFormGame game(String name) {
        return switch (name) {
            case "coordination" ->
                NormalFormGame.bimatrix(new double[][] {{2, 0}, {0, 1}}, new double[][] {{2, 0}, {0, 1}});
            case "battle-of-the-sexes" ->
                NormalFormGame.bimatrix(new double[][] {{3, 0}, {0, 2}}, new double[][] {{2, 0}, {0, 3}});
            case "cycle-and-equilibrium" -> cycleAndEquilibrium();
            case "three-players" -> threePlayers();
            default -> throw new IllegalArgumentException("no game is called " + name);
        };
    }

    /** Random whole payoffs from 0 to 9 for three players of three actions. */
    static NormalFormGame threePlayers() {
        return RandomGames.integers(GameForm.of(3, 3, 3), 0, 9, Xoshiro256PlusPlus.seeded(SEED));
    }

    /** Rock, paper, scissors and a fourth action that is good only against itself. */
    private static NormalFormGame cycleAndEquilibrium() {
        return NormalFormGame.of(GameForm.of(4, 4), (player, actions) -> {
            int own = actions[player];
            int other = actions[1 - player];
            if (own < 3 && other < 3) {
                return HANDS[own][other];
            }
            return own == other ? 3 : -2;
        });
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "From every profile the probabilities of the sinks sum to one, and are zero or one in a sink",
                        SinkLimits::areDistributions),
                new Claim(
                        "The limit of the uniform prior is the mean of the hitting probabilities",
                        SinkLimits::limitIsMean),
                new Claim(
                        "Coordination: 2/3 and 1/3 off the diagonal, 7/12 and 5/12 from a uniform profile",
                        table -> agree(table, "coordination", 1, 2 / 3.0, 7 / 12.0)),
                new Claim(
                        "Battle of the sexes: 1/2 and 1/2 off the diagonal and from a uniform profile",
                        table -> agree(table, "battle-of-the-sexes", 1, 1 / 2.0, 1 / 2.0)),
                new Claim(
                        "A cycle beside an equilibrium: 6/11 and 5/11 from (rock, fourth action), 135/176 and 41/176 from a"
                                + " uniform profile",
                        table -> agree(table, "cycle-and-equilibrium", 3, 6 / 11.0, 135 / 176.0)),
                new Claim(
                        "The game of three players has two equilibria and a cycle for sinks, and from most profiles the walk may"
                                + " end in more than one",
                        SinkLimits::severalSinks));
    }

    private static Verdict areDistributions(Table table) {
        boolean holds = true;
        double worst = 0;
        for (String game : GAMES) {
            Table rows = table.where("game", game);
            double[] sums = new double[rows.where("sink", "0").size()];
            for (String sink : rows.distinct("sink")) {
                double[] hitting = rows.where("sink", sink).numbers("hitting");
                long certain = 0;
                for (int s = 0; s < sums.length; s++) {
                    holds &= hitting[s] >= 0 && hitting[s] <= 1 + ROUNDING;
                    sums[s] += hitting[s];
                    certain += hitting[s] >= 1 - ROUNDING ? 1 : 0;
                }
                // The walk never leaves a sink.
                holds &= certain >= rows.where("sink", sink).numbers("size")[0];
            }
            for (double sum : sums) {
                worst = Math.max(worst, Math.abs(sum - 1));
            }
        }
        return new Verdict(holds && worst <= ROUNDING, "largest distance of a sum from one " + number(worst));
    }

    private static Verdict limitIsMean(Table table) {
        double worst = 0;
        for (String game : GAMES) {
            for (String sink : table.where("game", game).distinct("sink")) {
                Table rows = table.where("game", game).where("sink", sink);
                double mean = IntStream.range(0, rows.size())
                        .mapToDouble(i -> rows.numbers("hitting")[i])
                        .average()
                        .orElseThrow();
                for (double limit : rows.numbers("limit")) {
                    worst = Math.max(worst, Math.abs(limit - mean));
                }
            }
        }
        return new Verdict(worst <= ROUNDING, "largest difference " + number(worst));
    }

    private static Verdict agree(Table table, String game, int profile, double hitting, double limit) {
        Table first = table.where("game", game).where("sink", "0");
        double hits = first.numbers("hitting")[profile];
        double ends = first.numbers("limit")[0];
        return new Verdict(
                table.where("game", game).distinct("sink").size() == 2
                        && Math.abs(hits - hitting) <= ROUNDING
                        && Math.abs(ends - limit) <= ROUNDING,
                String.format(
                        Locale.ROOT,
                        "first sink: %.15f from the profile, %.15f from a uniform one; expected %.15f and %.15f",
                        hits,
                        ends,
                        hitting,
                        limit));
    }

    private static Verdict severalSinks(Table table) {
        Table rows = table.where("game", "three-players");
        List<String> sinks = rows.distinct("sink");
        long open = IntStream.range(0, rows.size())
                .filter(i -> rows.numbers("hitting")[i] > ROUNDING && rows.numbers("hitting")[i] < 1 - ROUNDING)
                .mapToObj(i -> rows.texts("profile").get(i))
                .distinct()
                .count();
        List<String> sizes = sinks.stream()
                .map(sink -> rows.where("sink", sink).texts("size").get(0))
                .toList();
        return new Verdict(
                sizes.equals(List.of("1", "4", "1"))
                        && 2 * open > rows.where("sink", "0").size(),
                "sinks of " + String.join(", ", sizes) + " profiles; undecided from " + open + " of "
                        + rows.where("sink", "0").size() + " profiles");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                2,
                List.of(
                        panel(table, "coordination", "(a) coordination"),
                        panel(table, "battle-of-the-sexes", "(b) battle of the sexes"),
                        panel(table, "cycle-and-equilibrium", "(c) a cycle and an equilibrium"),
                        panel(table, "three-players", "(d) three players, 3 × 3 × 3")),
                "Probability with which the walk of better responses, each taken with probability proportional to its gain,"
                        + " ends in each sink equilibrium: one column a start profile, probabilities stacked from below, profiles"
                        + " in order of the first. Dashed: the same from a uniform profile. (a) Payoffs 2 or 1"
                        + " for meeting: 7/12 and 5/12. (b) Payoffs 3 and 2, 2 and 3: 1/2 and 1/2. (c) Rock, paper, scissors,"
                        + " whose nine profiles are the first sink, and a fourth action that is good only against itself:"
                        + " 135/176 and 41/176. (d) Random whole payoffs from 0 to 9; the second sink is a cycle"
                        + " of four profiles. Exact; no sampling.");
    }

    private static Panel panel(Table table, String game, String title) {
        Table rows = table.where("game", game);
        List<String> sinks = rows.distinct("sink");
        double[] first = rows.where("sink", "0").numbers("hitting");
        double[] second = rows.where("sink", "1").numbers("hitting");
        int[] order = IntStream.range(0, first.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(s -> -first[s]).thenComparingDouble(s -> -second[s]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] x = new double[2 * order.length];
        for (int k = 0; k < order.length; k++) {
            x[2 * k] = k;
            x[2 * k + 1] = k + 1.0;
        }
        List<Mark> marks = new ArrayList<>();
        double[] low = new double[x.length];
        double limit = 0;
        for (int sink = 0; sink < sinks.size(); sink++) {
            Look.Colour colour = Look.Colour.cycle(sink);
            Table own = rows.where("sink", sinks.get(sink));
            double[] hitting = own.numbers("hitting");
            double[] high = low.clone();
            for (int k = 0; k < order.length; k++) {
                high[2 * k] += hitting[order[k]];
                high[2 * k + 1] += hitting[order[k]];
            }
            marks.add(new Mark.Band(x, low, high, colour));
            marks.add(new Mark.Curve("sink " + (sink + 1), x, high, Look.solid(colour)));
            limit += own.numbers("limit")[0];
            if (sink + 1 < sinks.size()) {
                marks.add(new Mark.Level("uniform prior", false, limit, Look.theory(Look.Colour.BLACK)));
            }
            low = high;
        }
        return new Panel(
                title,
                Axis.linear("start profiles, sorted").between(0, order.length),
                Axis.linear("probability").between(-0.02, 1.02),
                marks);
    }
}
