// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Source;
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
import org.hindsight.games.sinks.ResponseGraph;
import org.hindsight.games.sinks.SinkEquilibria;

/**
 * The better-response graph of a game of three players with three actions each, and from each of its 27 profiles the
 * probabilities of ending in each sink equilibrium.
 *
 * <p>After "Swim till you sink" (2024), arXiv:2408.11146. The game is the last of {@link SinkLimits}. The table has rows of two
 * kinds: from a profile by an edge to another, with the probability of that step; and from a profile to a sink, with the
 * probability of ending there. Profiles are numbered with the last player's action counting slowest.
 */
public final class SinkResponseGraph implements Experiment {
    private static final String EDGE = "edge";
    private static final String HITTING = "hitting";
    private static final int ACTIONS = 3;
    private static final int PROFILES = ACTIONS * ACTIONS * ACTIONS;
    private static final double ROUNDING = 1e-12;

    /** Where a step of the third player's action leads, in steps of the others'. */
    private static final double DEPTH = 0.29;

    private static final double RADIUS = 0.072;
    /** How much longer a unit is across than up. */
    private static final double ASPECT = 1.25;

    private static final double WIDEST = 0.03;
    private static final double BEND = 0.11;
    private static final int PIECES = 24;

    /** Creates the experiment. */
    public SinkResponseGraph() {}

    @Override
    public String id() {
        return "sink-response-graph";
    }

    @Override
    public String title() {
        return "The response graph of a game of three players, and where walks on it end";
    }

    @Override
    public Source source() {
        return new Source("Hakim, Milionis, Papadimitriou, Piliouras", 2024, "response graph", "arXiv:2408.11146");
    }

    @Override
    public Design design(Scale scale) {
        // The calculation is exact and takes milliseconds, so both scales are the same.
        return new Calculation(
                Grid.of("row", EDGE, HITTING),
                List.of("from", "to", "probability"),
                point -> point.word("row").equals(EDGE) ? edges() : hitting());
    }

    private static List<double[]> edges() {
        ResponseGraph graph = ResponseGraph.of(SinkLimits.threePlayers());
        List<double[]> rows = new ArrayList<>();
        for (int s = 0; s < graph.profiles(); s++) {
            double total = 0;
            int first = rows.size();
            for (int d = 0; d < graph.deviations(); d++) {
                int target = graph.target(s, d);
                if (target >= 0) {
                    double weight = graph.weight(s, d, target);
                    rows.add(new double[] {s, target, weight});
                    total += weight;
                }
            }
            for (double[] row : rows.subList(first, rows.size())) {
                row[2] /= total;
            }
        }
        return rows;
    }

    private static List<double[]> hitting() {
        SinkEquilibria sinks = SinkEquilibria.of(ResponseGraph.of(SinkLimits.threePlayers()));
        List<double[]> rows = new ArrayList<>();
        for (int sink = 0; sink < sinks.sinks().size(); sink++) {
            double[] probabilities = sinks.hittingProbabilities(sink);
            for (int s = 0; s < probabilities.length; s++) {
                rows.add(new double[] {s, sink, probabilities[s]});
            }
        }
        return rows;
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim("There are 27 profiles and at least two sinks", SinkResponseGraph::hasSinks),
                new Claim(
                        "Every edge is a deviation of one player, and the steps from a profile have probability one together",
                        SinkResponseGraph::isWalk),
                new Claim(
                        "From each profile the probabilities of the sinks sum to one",
                        SinkResponseGraph::areDistributions),
                new Claim(
                        "Before a step the probability of a sink is the mean of what it is after the step",
                        SinkResponseGraph::isHarmonic),
                new Claim("No step leads out of a sink", SinkResponseGraph::areClosed));
    }

    /** The probabilities of a kind of row, by where from and where to; NaN where there is no row. */
    private static double[][] matrix(Table table, String kind) {
        Table rows = table.where("row", kind);
        double[][] matrix = new double[PROFILES][PROFILES];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
        double[] from = rows.numbers("from");
        double[] to = rows.numbers("to");
        double[] probability = rows.numbers("probability");
        for (int i = 0; i < from.length; i++) {
            matrix[(int) from[i]][(int) to[i]] = probability[i];
        }
        return matrix;
    }

    private static int sinks(Table table) {
        return table.where("row", HITTING).distinct("to").size();
    }

    private static Verdict hasSinks(Table table) {
        int profiles = table.where("row", HITTING).distinct("from").size();
        return new Verdict(
                profiles == PROFILES && sinks(table) >= 2, profiles + " profiles and " + sinks(table) + " sinks");
    }

    private static Verdict isWalk(Table table) {
        double[][] edges = matrix(table, EDGE);
        double worst = 0;
        boolean single = true;
        int count = 0;
        for (int s = 0; s < PROFILES; s++) {
            double sum = 0;
            int out = 0;
            for (int t = 0; t < PROFILES; t++) {
                if (!Double.isNaN(edges[s][t])) {
                    sum += edges[s][t];
                    out++;
                    single &= edges[s][t] > 0 && differences(s, t) == 1;
                }
            }
            worst = Math.max(worst, out == 0 ? 0 : Math.abs(sum - 1));
            count += out;
        }
        return new Verdict(
                single && worst <= ROUNDING, count + " edges; largest distance of a sum from one " + number(worst));
    }

    private static int differences(int s, int t) {
        int count = 0;
        for (int stride = 1; stride < PROFILES; stride *= ACTIONS) {
            count += s / stride % ACTIONS == t / stride % ACTIONS ? 0 : 1;
        }
        return count;
    }

    private static Verdict areDistributions(Table table) {
        double worst = 0;
        boolean holds = true;
        for (double[] row : matrix(table, HITTING)) {
            double sum = 0;
            for (int k = 0; k < sinks(table); k++) {
                sum += row[k];
                holds &= row[k] >= 0;
            }
            worst = Math.max(worst, Math.abs(sum - 1));
        }
        return new Verdict(holds && worst <= ROUNDING, "largest distance of a sum from one " + number(worst));
    }

    private static Verdict isHarmonic(Table table) {
        double[][] edges = matrix(table, EDGE);
        double[][] hitting = matrix(table, HITTING);
        double worst = 0;
        int undecided = 0;
        for (int s = 0; s < PROFILES; s++) {
            double largest = 0;
            for (int k = 0; k < sinks(table); k++) {
                double after = 0;
                int out = 0;
                for (int t = 0; t < PROFILES; t++) {
                    if (!Double.isNaN(edges[s][t])) {
                        after += edges[s][t] * hitting[t][k];
                        out++;
                    }
                }
                worst = out == 0 ? worst : Math.max(worst, Math.abs(hitting[s][k] - after));
                largest = Math.max(largest, hitting[s][k]);
            }
            undecided += largest < 1 - ROUNDING ? 1 : 0;
        }
        return new Verdict(
                worst <= ROUNDING,
                "largest difference " + number(worst) + "; the walk is undecided from " + undecided + " profiles");
    }

    private static Verdict areClosed(Table table) {
        double[][] edges = matrix(table, EDGE);
        double[][] hitting = matrix(table, HITTING);
        boolean closed = true;
        int equilibria = 0;
        for (int s = 0; s < PROFILES; s++) {
            boolean leads = false;
            for (int t = 0; t < PROFILES; t++) {
                leads |= !Double.isNaN(edges[s][t]);
                for (int k = 0; k < sinks(table) && !Double.isNaN(edges[s][t]); k++) {
                    closed &= hitting[s][k] < 1 - ROUNDING || hitting[t][k] >= 1 - ROUNDING;
                }
            }
            equilibria += leads ? 0 : 1;
        }
        return new Verdict(closed && equilibria > 0, equilibria + " profiles without a way out, the pure equilibria");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static double abscissa(int profile) {
        int layer = profile / (ACTIONS * ACTIONS);
        return profile % ACTIONS + DEPTH * layer;
    }

    private static double ordinate(int profile) {
        int layer = profile / (ACTIONS * ACTIONS);
        return profile / ACTIONS % ACTIONS + DEPTH * layer;
    }

    @Override
    public Figure figure(Table table) {
        double[][] edges = matrix(table, EDGE);
        double[][] hitting = matrix(table, HITTING);
        int sinks = sinks(table);
        List<Mark> marks = new ArrayList<>();
        for (int s = 0; s < PROFILES; s++) {
            for (int t = 0; t < PROFILES; t++) {
                if (!Double.isNaN(edges[s][t])) {
                    marks.add(edge(s, t, edges[s][t]));
                }
            }
        }
        for (int s = 0; s < PROFILES; s++) {
            boolean leads = Arrays.stream(edges[s]).anyMatch(p -> !Double.isNaN(p));
            marks.add(sector(s, leads ? 1.12 : 1.35, 0, 1, Look.Colour.BLACK));
            double begin = 0;
            for (int k = 0; k < sinks; k++) {
                double share = hitting[s][k];
                if (share > ROUNDING) {
                    marks.add(sector(s, 1, begin, begin + share, Look.Colour.cycle(k)));
                    begin += share;
                }
            }
        }
        for (int k = 0; k < sinks; k++) {
            marks.add(k, legend(k, hitting));
        }
        return new Figure(
                1,
                List.of(new Panel(
                        "3 × 3 × 3 profiles and their better responses",
                        Axis.bare("first player's action, and to the upper right the third player's")
                                .between(-0.22, 2 + 2 * DEPTH + 0.22),
                        Axis.bare("second player's action").between(-0.22, 2 + 2 * DEPTH + 0.22),
                        marks)),
                "Each disc is a pure profile of a game of three players with three actions each and random whole payoffs from 0 to"
                        + " 9, the game of panel (d) of the limits over sinks. A grey wedge leads from its wide end to the"
                        + " profile at its tip, by a deviation from which one player gains; wider wedges are"
                        + " likelier steps of a walk that takes each with probability proportional to the gain. The sectors of a"
                        + " disc, clockwise from the top, are the probabilities of ending in each sink equilibrium. Discs with"
                        + " a thick edge have no way out: pure equilibria. The four discs of one colour that form a ring are"
                        + " the second sink, a cycle. Exact; no sampling.");
    }

    private static Mark legend(int sink, double[][] hitting) {
        int member = 0;
        for (int s = 1; s < PROFILES; s++) {
            member = hitting[s][sink] > hitting[member][sink] ? s : member;
        }
        return new Mark.Curve(
                "sink " + (sink + 1),
                new double[] {abscissa(member)},
                new double[] {ordinate(member)},
                new Look(Look.Colour.cycle(sink), Look.Line.NONE, Look.Marker.CIRCLE));
    }

    private static Mark sector(int profile, double scale, double begin, double end, Look.Colour colour) {
        boolean whole = end - begin >= 1 - ROUNDING;
        double[] x = new double[whole ? PIECES : PIECES + 2];
        double[] y = new double[x.length];
        Arrays.fill(x, abscissa(profile));
        Arrays.fill(y, ordinate(profile));
        int corners = whole ? PIECES : PIECES + 1;
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (begin + (end - begin) * i / PIECES);
            x[i] += scale * RADIUS / ASPECT * StrictMath.sin(angle);
            y[i] += scale * RADIUS * StrictMath.cos(angle);
        }
        return new Mark.Area(x, y, colour);
    }

    /** A wedge from one profile to another, bent if a third lies between them. */
    private static Mark edge(int from, int to, double probability) {
        double dx = (abscissa(to) - abscissa(from)) * ASPECT;
        double dy = ordinate(to) - ordinate(from);
        double length = StrictMath.hypot(dx, dy);
        boolean far = Math.abs(from - to) / stride(from, to) == 2;
        double bend = far ? BEND * (from < to ? 1 : -1) : 0;
        double begin = RADIUS / length;
        double finish = 1 - 1.2 * RADIUS / length;
        double[] x = new double[2 * PIECES + 2];
        double[] y = new double[x.length];
        for (int i = 0; i <= PIECES; i++) {
            double t = begin + (finish - begin) * i / PIECES;
            double half = WIDEST * Math.sqrt(probability) * (1 - (double) i / PIECES) / 2 + WIDEST / 16;
            double off = 4 * t * (1 - t) * bend * Math.sqrt(length);
            for (int side = 0; side < 2; side++) {
                int at = side == 0 ? i : x.length - 1 - i;
                double across = off + (side == 0 ? half : -half);
                x[at] = abscissa(from) + (t * dx - across * dy / length) / ASPECT;
                y[at] = ordinate(from) + t * dy + across * dx / length;
            }
        }
        return new Mark.Area(x, y, Look.Colour.GREY);
    }

    private static int stride(int from, int to) {
        int difference = Math.abs(from - to);
        return difference >= ACTIONS * ACTIONS ? ACTIONS * ACTIONS : difference >= ACTIONS ? ACTIONS : 1;
    }
}
