// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hindsight.core.Source;
import org.hindsight.core.learning.FullInformationLearner;
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
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.dynamics.EquilibriumDivergence;
import org.hindsight.games.dynamics.Replicator;
import org.hindsight.games.dynamics.SelfPlay;
import org.hindsight.games.zerosum.Extragradient;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.OptimisticHedge;

/**
 * Four dynamics of rock, paper, scissors in the triangle of mixed strategies: one leaves the equilibrium, one circles it, two
 * reach it.
 *
 * <p>Prizes of 1, 2 and 3 move the equilibrium to (1/6, 1/3, 1/2), so that play may begin at the uniform strategies. The
 * matrix is skew, hence both players of one kind move alike and a single path shows them. After J. Bailey and G. Piliouras
 * (2018). The table has a row for each round, or step of the replicator dynamics: the strategy and the sum over players of the
 * relative entropy of the equilibrium to it.
 */
public final class DynamicsTriangle implements Experiment {
    private static final List<String> DYNAMICS = List.of("hedge", "replicator", "optimistic-hedge", "extragradient");
    private static final ZeroSumGame GAME = ZeroSumGame.of(new double[][] {{0, -3, 2}, {3, 0, -1}, {-2, 1, 0}});
    private static final double[] EQUILIBRIUM = {1 / 6.0, 1 / 3.0, 1 / 2.0};
    private static final int ROUNDS = 400;
    /** For payoffs rescaled to [0, 1]. */
    private static final double HEDGE_RATE = 0.4;

    private static final int FAST_RATE = 1;
    /** In units of one over payoff; the same time a round as Hedge. */
    private static final double TIME_A_ROUND = HEDGE_RATE / 6;
    /** Rounding in a relative entropy, and the error of the integration, stay below this. */
    private static final double ROUNDING = 1e-9;

    /** Creates the experiment. */
    public DynamicsTriangle() {}

    @Override
    public String id() {
        return "dynamics-triangle";
    }

    @Override
    public String title() {
        return "Dynamics of rock, paper, scissors in the triangle";
    }

    @Override
    public Source source() {
        return new Source("Bailey, Piliouras", 2018, "Multiplicative weights update in zero-sum games", "EC 2018");
    }

    @Override
    public Design design(Scale scale) {
        // Deterministic and done in milliseconds, so both scales are the same.
        return new Calculation(
                Grid.of("dynamics", DYNAMICS.toArray(String[]::new)),
                List.of("round", "p1", "p2", "p3", "divergence"),
                point -> path(point.word("dynamics")));
    }

    private static List<double[]> path(String dynamics) {
        NormalFormGame game = GAME.toNormalForm();
        return switch (dynamics) {
            case "hedge" -> path(game, Hedge.of(3, HEDGE_RATE));
            case "optimistic-hedge" -> path(game, OptimisticHedge.of(3, FAST_RATE));
            case "replicator" -> replicator(game);
            case "extragradient" -> extragradient();
            default -> throw new IllegalArgumentException("no dynamics is called " + dynamics);
        };
    }

    private static List<double[]> path(NormalFormGame game, FullInformationLearner learner) {
        SelfPlay play = SelfPlay.of(game, learner, learner);
        List<double[]> rows = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            play.round();
            rows.add(row(round, play.lastProfile()));
        }
        return rows;
    }

    private static List<double[]> replicator(NormalFormGame game) {
        double[] uniform = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        Replicator replicator = Replicator.from(game, MixedProfile.of(uniform, uniform));
        List<double[]> rows = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            rows.add(row(round, replicator.profile()));
            replicator.advance(10, TIME_A_ROUND / 10);
        }
        return rows;
    }

    private static List<double[]> extragradient() {
        Extragradient play = Extragradient.of(GAME, FAST_RATE);
        List<double[]> rows = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            rows.add(row(round, play.current()));
            play.round();
        }
        return rows;
    }

    private static double[] row(int round, MixedProfile profile) {
        double[] p = profile.strategy(0).toArray();
        double divergence = EquilibriumDivergence.of(MixedProfile.of(EQUILIBRIUM, EQUILIBRIUM), profile);
        return new double[] {round, p[0], p[1], p[2], divergence};
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "Hedge never comes closer to the equilibrium, and ends at more than twice its first divergence",
                        table -> {
                            double[] divergence = divergence(table, "hedge");
                            double least = IntStream.range(1, divergence.length)
                                    .mapToDouble(i -> divergence[i] - divergence[i - 1])
                                    .min()
                                    .orElseThrow();
                            return new Verdict(
                                    least >= -ROUNDING && last(divergence) > 2 * divergence[0],
                                    "least step " + number(least) + ", " + fromTo(divergence));
                        }),
                new Claim("Replicator dynamics keep their divergence from the equilibrium", table -> {
                    double[] divergence = divergence(table, "replicator");
                    double worst = Arrays.stream(divergence)
                            .map(d -> Math.abs(d - divergence[0]))
                            .max()
                            .orElseThrow();
                    return new Verdict(worst <= ROUNDING, "largest change " + number(worst));
                }),
                new Claim("Extragradient never moves away from the equilibrium", table -> {
                    double[] divergence = divergence(table, "extragradient");
                    double worst = IntStream.range(1, divergence.length)
                            .mapToDouble(i -> divergence[i] - divergence[i - 1])
                            .max()
                            .orElseThrow();
                    return new Verdict(worst <= ROUNDING, "largest step " + number(worst));
                }),
                new Claim(
                        "Optimistic Hedge and extragradient end within a thousandth of their first divergence",
                        table -> {
                            double[] optimistic = divergence(table, "optimistic-hedge");
                            double[] extragradient = divergence(table, "extragradient");
                            return new Verdict(
                                    last(optimistic) < optimistic[0] / 1000
                                            && last(extragradient) < extragradient[0] / 1000,
                                    "optimistic Hedge " + fromTo(optimistic) + "; extragradient "
                                            + fromTo(extragradient));
                        }));
    }

    private static double[] divergence(Table table, String dynamics) {
        return table.where("dynamics", dynamics).numbers("divergence");
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private static String fromTo(double[] values) {
        return "from " + number(values[0]) + " to " + number(last(values));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                3,
                List.of(
                        triangle(table, "(a) Hedge", "hedge"),
                        triangle(table, "(b) replicator", "replicator"),
                        triangle(table, "(c) optimistic Hedge", "optimistic-hedge"),
                        triangle(table, "(d) extragradient", "extragradient"),
                        divergences(table)),
                "Rock, paper, scissors with prizes that put the equilibrium (cross-hair of the dotted lines) at (1/6, 1/3, 1/2);"
                        + " both players move alike, from the uniform strategies (disc), for " + ROUNDS
                        + " rounds. Corners: always the first action (left), the second (right), the third (top). Learning"
                        + " rates for payoffs in [0, 1]: " + HEDGE_RATE + " for Hedge, " + FAST_RATE
                        + " for optimistic Hedge and extragradient; replicator dynamics take the time that Hedge would."
                        + " (e) The sum over players of the relative entropy of the equilibrium to the strategy, which Hedge"
                        + " never decreases, replicator dynamics preserve and extragradient never increases."
                        + " Deterministic; no sampling.");
    }

    private static double abscissa(double second, double third) {
        return second + third / 2;
    }

    private static double ordinate(double third) {
        return Math.sqrt(3) / 2 * third;
    }

    private static Panel triangle(Table table, String title, String dynamics) {
        Table path = table.where("dynamics", dynamics);
        double[] second = path.numbers("p2");
        double[] third = path.numbers("p3");
        double[] x = IntStream.range(0, second.length)
                .mapToDouble(i -> abscissa(second[i], third[i]))
                .toArray();
        double[] y = Arrays.stream(third).map(DynamicsTriangle::ordinate).toArray();
        Look dotted = new Look(Look.Colour.GREY, Look.Line.DOTTED, Look.Marker.NONE);
        Look.Colour colour = colour(dynamics);
        return new Panel(
                title,
                Axis.linear("p₂ + p₃ / 2").between(-0.15, 1.15),
                Axis.linear("√3/2 p₃").between(-0.07, 0.94),
                List.of(
                        new Mark.Curve(
                                "",
                                new double[] {0, 1, 0.5, 0},
                                new double[] {0, 0, ordinate(1), 0},
                                Look.solid(Look.Colour.BLACK)),
                        new Mark.Level("equilibrium", true, abscissa(EQUILIBRIUM[1], EQUILIBRIUM[2]), dotted),
                        new Mark.Level("equilibrium", false, ordinate(EQUILIBRIUM[2]), dotted),
                        new Mark.Curve(name(dynamics), x, y, Look.solid(colour)),
                        new Mark.Curve(
                                "start",
                                new double[] {x[0]},
                                new double[] {y[0]},
                                new Look(Look.Colour.BLACK, Look.Line.NONE, Look.Marker.CIRCLE))));
    }

    private static Panel divergences(Table table) {
        List<Mark> marks = new ArrayList<>();
        for (String dynamics : DYNAMICS) {
            Table path = table.where("dynamics", dynamics);
            marks.add(new Mark.Curve(
                    name(dynamics),
                    path.numbers("round"),
                    // Rounding may leave a relative entropy of nothing below zero.
                    Arrays.stream(path.numbers("divergence"))
                            .map(d -> Math.max(1e-12, d))
                            .toArray(),
                    Look.solid(colour(dynamics))));
        }
        return new Panel("(e) divergence", Axis.linear("round"), Axis.logarithmic("KL(x⋆ ‖ x), both players"), marks);
    }

    private static Look.Colour colour(String dynamics) {
        return Look.Colour.cycle(DYNAMICS.indexOf(dynamics));
    }

    private static String name(String dynamics) {
        return switch (dynamics) {
            case "hedge" -> "Hedge";
            case "optimistic-hedge" -> "optimistic Hedge";
            default -> dynamics;
        };
    }
}
