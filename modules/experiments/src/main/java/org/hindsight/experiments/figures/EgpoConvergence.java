// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Source;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.experiments.Calculation;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Claim.Verdict;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Grid;
import org.hindsight.experiments.Point;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.plot.Axis;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.Look;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.plot.Panel;
import org.hindsight.experiments.table.Table;
import org.hindsight.games.preferences.EquilibriumSearch;
import org.hindsight.games.preferences.NashMd;
import org.hindsight.games.preferences.OnlineIpo;
import org.hindsight.games.preferences.PairLaw;
import org.hindsight.games.preferences.PolicyExtragradient;
import org.hindsight.games.preferences.PreferenceGame;
import org.hindsight.games.preferences.PreferenceMatrix;
import org.hindsight.games.preferences.SampledWinRates;
import org.hindsight.games.preferences.SoftmaxPolicy;
import org.hindsight.games.preferences.TabularUpdate;
import org.hindsight.games.preferences.WinRates;

/**
 * The last iterates of learning from preferences: the extragradient method converges geometrically, where the others stay in a
 * neighbourhood.
 *
 * <p>After the simulations of "Extragradient preference optimization" (2025), arXiv:2503.08942: tabular softmax policies, reference
 * logits drawn from N(0, 1), random preferences, no preferences, and preferences for lower numbers, three temperatures, exact and sampled
 * gradients. The number of actions is ours, 10, and so is the step size, the largest for which the contraction is proven. All start at the
 * uniform policy. Columns: the duality gap in the regularised game, the divergence of the equilibrium from the policy, and the
 * contraction bound of the extragradient method on it.
 */
public final class EgpoConvergence implements Experiment {
    private static final int ACTIONS = 10;
    private static final int SAMPLES = 100;
    private static final int RECORDS = 60;
    private static final List<String> ALGORITHMS = List.of("extragradient", "nash-md", "online-ipo-1", "online-ipo-2");
    private static final List<String> LABELS =
            List.of("EGPO", "Nash-MD", "online IPO 1 (mirror descent)", "online IPO 2");
    private static final List<Look.Colour> COLOURS =
            List.of(Look.Colour.BLUE, Look.Colour.VERMILION, Look.Colour.GREEN, Look.Colour.ORANGE);
    private static final long SEED = 3;

    /** Gaps below this are rounding and drawn at it. */
    private static final double FLOOR = 1e-25;
    /** Where double precision ends for a gap, which is quadratic in the error of the policy. */
    private static final double MACHINE = 1e-20;

    /** Creates the experiment. */
    public EgpoConvergence() {}

    @Override
    public String id() {
        return "egpo-convergence";
    }

    @Override
    public String title() {
        return "Last iterates of learning from preferences";
    }

    @Override
    public Source source() {
        return new Source("Zhou, Fazel, Du", 2025, "numerical simulations", "arXiv:2503.08942");
    }

    @Override
    public Design design(Scale scale) {
        // In units of 1 / temperature.
        double horizon = scale == Scale.PAPER ? 30 : 12;
        return new Calculation(
                Grid.of("preferences", "random", "ties", "lower-index-wins")
                        .by("gradient", "exact", "sampled")
                        .by("temperature", 0.1, 0.01, 0.001)
                        .by("algorithm", ALGORITHMS.toArray(String[]::new)),
                List.of("update", "gap", "divergence", "bound"),
                point -> rows(point, (int) Math.round(horizon / point.number("temperature"))));
    }

    private static List<double[]> rows(Point point, int horizon) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(SEED);
        double[] logits = new double[ACTIONS];
        Arrays.setAll(logits, y -> random.nextGaussian());
        PreferenceMatrix preferences =
                switch (point.word("preferences")) {
                    case "random" -> PreferenceMatrix.random(ACTIONS, random);
                    case "ties" -> PreferenceMatrix.ties(ACTIONS);
                    default -> PreferenceMatrix.lowerIndexWins(ACTIONS);
                };
        double temperature = point.number("temperature");
        PreferenceGame game = PreferenceGame.of(preferences, SoftmaxPolicy.ofLogits(logits), temperature);
        SoftmaxPolicy equilibrium =
                EquilibriumSearch.toGap(1e-22 * temperature).solve(game).policy();
        double rate = PolicyExtragradient.largestRate(temperature);
        TabularUpdate update = update(game, point.word("algorithm"), point.word("gradient"), rate, random);
        update.restartFrom(SoftmaxPolicy.uniform(ACTIONS));
        double bound = update.divergenceOf(equilibrium);
        List<double[]> rows = new ArrayList<>();
        for (int t = 0; t <= horizon; t++) {
            if ((long) t * RECORDS / horizon > (t - 1L) * RECORDS / horizon || t == 0) {
                rows.add(new double[] {t, game.dualityGap(update.policy()), update.divergenceOf(equilibrium), bound});
            }
            update.step();
            bound = PolicyExtragradient.CONTRACTION.at(new TabularUpdate.Step(rate, temperature, bound));
        }
        return rows;
    }

    private static TabularUpdate update(
            PreferenceGame game, String algorithm, String gradient, double rate, Xoshiro256PlusPlus random) {
        boolean exact = gradient.equals("exact");
        // A query compares every action, so that the comparisons of a query are as many as the samples.
        WinRates oracle =
                exact ? game.preferences() : SampledWinRates.of(game.preferences(), SAMPLES / ACTIONS, random);
        PairLaw pairs = algorithm.equals("online-ipo-1") ? PairLaw.UNIFORM : PairLaw.POLICY;
        return switch (algorithm) {
            case "extragradient" -> PolicyExtragradient.of(game, oracle, rate);
            case "nash-md" -> NashMd.of(game, oracle, rate);
            default -> exact ? OnlineIpo.of(game, pairs, rate) : OnlineIpo.sampled(game, pairs, rate, SAMPLES, random);
        };
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "With exact gradients the divergence of the extragradient method never exceeds its contraction bound",
                        EgpoConvergence::contracts),
                new Claim(
                        "With exact gradients the extragradient method converges linearly, to machine precision if the horizon"
                                + " lets its bound get there",
                        EgpoConvergence::isLinear),
                new Claim(
                        "With random preferences and exact gradients Nash-MD stays in a neighbourhood, and so does mirror descent at"
                                + " temperatures 0.01 and 0.001",
                        EgpoConvergence::plateaus),
                new Claim(
                        "Online IPO 2, whose pairs are drawn from the policy, is slower than the extragradient method",
                        EgpoConvergence::isSlower),
                new Claim("With sampled gradients no algorithm converges", EgpoConvergence::staysAbove));
    }

    private static Table run(Table table, String preferences, String gradient, String temperature, String algorithm) {
        return table.where("preferences", preferences)
                .where("gradient", gradient)
                .where("temperature", temperature)
                .where("algorithm", algorithm);
    }

    private static Verdict contracts(Table table) {
        double worst = 0;
        for (String preferences : table.distinct("preferences")) {
            for (String temperature : table.distinct("temperature")) {
                Table rows = run(table, preferences, "exact", temperature, "extragradient");
                double[] divergence = rows.numbers("divergence");
                double[] bound = rows.numbers("bound");
                for (int i = 0; i < bound.length; i++) {
                    worst = Math.max(worst, divergence[i] / (bound[i] * (1 + 1e-9) + MACHINE));
                }
            }
        }
        return new Verdict(worst <= 1, "largest ratio to the bound " + number(worst));
    }

    private static Verdict isLinear(Table table) {
        boolean holds = true;
        List<String> ends = new ArrayList<>();
        for (String preferences : table.distinct("preferences")) {
            for (String temperature : table.distinct("temperature")) {
                Table rows = run(table, preferences, "exact", temperature, "extragradient");
                double[] gap = rows.numbers("gap");
                double[] bound = rows.numbers("bound");
                int last = gap.length - 1;
                // Both halves of the way down have the rate of the bound or a better one.
                for (int i : new int[] {last / 2, last}) {
                    holds &= gap[i] <= Math.max(MACHINE, 100 * gap[0] * bound[i] / bound[0]);
                }
                ends.add(number(gap[last]));
            }
        }
        return new Verdict(holds, "last gaps " + String.join(", ", ends));
    }

    private static Verdict plateaus(Table table) {
        boolean holds = true;
        List<String> ends = new ArrayList<>();
        for (String temperature : table.distinct("temperature")) {
            for (String algorithm : List.of("nash-md", "online-ipo-1")) {
                if (algorithm.equals("online-ipo-1") && temperature.equals("0.1")) {
                    continue;
                }
                double[] gap =
                        run(table, "random", "exact", temperature, algorithm).numbers("gap");
                double least = Arrays.stream(gap).skip(gap.length / 2).min().orElseThrow();
                holds &= least > 1e-6;
                ends.add(number(least));
            }
        }
        return new Verdict(holds, "least gaps of the second half " + String.join(", ", ends));
    }

    private static Verdict isSlower(Table table) {
        boolean holds = true;
        List<String> ends = new ArrayList<>();
        for (String temperature : table.distinct("temperature")) {
            double[] fast =
                    run(table, "random", "exact", temperature, "extragradient").numbers("gap");
            double[] slow =
                    run(table, "random", "exact", temperature, "online-ipo-2").numbers("gap");
            for (int i = slow.length / 4; i < slow.length; i++) {
                holds &= slow[i] > fast[i];
            }
            ends.add(number(slow[slow.length - 1]));
        }
        return new Verdict(holds, "last gaps " + String.join(", ", ends));
    }

    private static Verdict staysAbove(Table table) {
        double least = Double.POSITIVE_INFINITY;
        for (String temperature : table.distinct("temperature")) {
            for (String algorithm : ALGORITHMS) {
                double[] gap =
                        run(table, "random", "sampled", temperature, algorithm).numbers("gap");
                least = Math.min(
                        least, Arrays.stream(gap).skip(gap.length / 2).min().orElseThrow());
            }
        }
        return new Verdict(least > 1e-6, "least gap of the second halves " + number(least));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }

    @Override
    public Figure figure(Table table) {
        List<Panel> panels = new ArrayList<>();
        for (String temperature : table.distinct("temperature")) {
            panels.add(divergences(table, temperature));
        }
        for (String row : List.of("random;exact", "ties;exact", "lower-index-wins;exact", "random;sampled")) {
            for (String temperature : table.distinct("temperature")) {
                String[] words = row.split(";", -1);
                panels.add(gaps(table, words[0], words[1], temperature));
            }
        }
        return new Figure(
                3,
                panels,
                "Tabular softmax policies over 10 actions, from the uniform policy, step size 1 / (β + 1/2), reference logits from"
                        + " N(0, 1). First row: divergence of the equilibrium from the policy for random preferences and exact"
                        + " gradients; dashed, the proven bound of EGPO, a factor 1 − ηβ an update. Below: duality gap of the"
                        + " regularised game, in which gaps under 10⁻²⁵ are rounding. Sampled: 100 comparisons a query, or 100"
                        + " pairs a step for online IPO. EGPO asks two queries an update, the others one. A curve that is"
                        + " missing lies under that of EGPO. One run each.");
    }

    private static Panel divergences(Table table, String temperature) {
        List<Mark> marks = new ArrayList<>();
        for (int a = 0; a < ALGORITHMS.size(); a++) {
            Table rows = run(table, "random", "exact", temperature, ALGORITHMS.get(a));
            marks.add(new Mark.Curve(
                    LABELS.get(a),
                    rows.numbers("update"),
                    decades(rows.numbers("divergence")),
                    Look.solid(COLOURS.get(a))));
            if (a == 0) {
                // A geometric sequence is straight, and dashes need room.
                int last = rows.size() - 1;
                double[] bound = rows.numbers("bound");
                marks.add(new Mark.Curve(
                        "bound of EGPO",
                        new double[] {rows.numbers("update")[0], rows.numbers("update")[last]},
                        new double[] {StrictMath.log10(bound[0]), StrictMath.log10(bound[last])},
                        Look.theory(Look.Colour.BLACK)));
            }
        }
        return new Panel(
                "random, exact, β = " + temperature, Axis.linear("updates"), Axis.linear("log₁₀ divergence"), marks);
    }

    private static Panel gaps(Table table, String preferences, String gradient, String temperature) {
        List<Mark> marks = new ArrayList<>();
        for (int a = ALGORITHMS.size() - 1; a >= 0; a--) {
            Table rows = run(table, preferences, gradient, temperature, ALGORITHMS.get(a));
            marks.add(new Mark.Curve(
                    LABELS.get(a), rows.numbers("update"), decades(rows.numbers("gap")), Look.solid(COLOURS.get(a))));
        }
        return new Panel(
                preferences.replace('-', ' ') + ", " + gradient + ", β = " + temperature,
                Axis.linear("updates"),
                Axis.linear("log₁₀ duality gap"),
                marks);
    }

    /** Logarithms to base ten: an axis of 25 decades has no room for their powers. */
    private static double[] decades(double[] values) {
        return Arrays.stream(values)
                .map(value -> StrictMath.log10(Math.max(value, FLOOR)))
                .toArray();
    }
}
