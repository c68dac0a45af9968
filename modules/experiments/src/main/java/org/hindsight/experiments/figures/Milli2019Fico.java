// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hindsight.core.Source;
import org.hindsight.experiments.Calculation;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Claim.Verdict;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Grid;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.data.FicoScores;
import org.hindsight.experiments.plot.Axis;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.Look;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.plot.Panel;
import org.hindsight.experiments.table.Table;
import org.hindsight.strategic.burden.BurdenPoint;
import org.hindsight.strategic.burden.LinearOutcomeCost;
import org.hindsight.strategic.burden.OutcomePopulation;
import org.hindsight.strategic.burden.SocialBurden;

/**
 * The social cost of strategic classification on credit scores: what raising the threshold does to the bank's accuracy, to
 * those who would repay, and to the difference between groups.
 *
 * <p>After J. Milli, J. Miller, A. Dragan, M. Hardt (2019), arXiv:1808.08460. The bank sees a score and attaches to it
 * the repayment probability over all groups; it accepts whoever shows a probability of at least tau. Raising one's
 * probability by d costs alpha d, acceptance is worth 1. The paper's own cost scale could not be recovered from it, so
 * the cost levels are ours; the definitions are the paper's. The table has a row for each cost level and attained
 * threshold: utility is P(decision = repayment), burden the mean cost of reaching tau among those who repay, gap the
 * burden of black minus that of white applicants.
 */
public final class Milli2019Fico implements Experiment {
    private static final double[] ALPHAS = {1.5, 2, 4, 8};
    private static final String DISADVANTAGED = "black";
    private static final String ADVANTAGED = "white";
    /** Rounding in sums of 792 terms of size one stays far below this. */
    private static final double ROUNDING = 1e-12;

    /** Creates the experiment. */
    public Milli2019Fico() {}

    @Override
    public String id() {
        return "milli2019-fico";
    }

    @Override
    public String title() {
        return "The social cost of strategic classification on FICO scores";
    }

    @Override
    public Source source() {
        return new Source("Milli, Miller, Dragan, Hardt", 2019, "experiments on FICO scores", "arXiv:1808.08460");
    }

    @Override
    public Design design(Scale scale) {
        // The calculation is exact and takes milliseconds, so both scales are the same.
        FicoScores fico = FicoScores.load();
        OutcomePopulation population = population(fico);
        int disadvantaged = fico.groups().indexOf(DISADVANTAGED);
        int advantaged = fico.groups().indexOf(ADVANTAGED);
        List<String> results = new ArrayList<>(List.of("tau", "utility", "burden", "gap"));
        fico.groups().forEach(group -> results.add("burden_" + group));
        return new Calculation(Grid.of("alpha", ALPHAS), results, point -> {
            SocialBurden model = SocialBurden.under(LinearOutcomeCost.of(point.number("alpha")));
            return model.curve(population).points().stream()
                    .map(at -> row(at, disadvantaged, advantaged))
                    .toList();
        });
    }

    private static OutcomePopulation population(FicoScores fico) {
        int groups = fico.groups().size();
        return OutcomePopulation.groupBlind(
                IntStream.range(0, groups).mapToObj(fico::people).toArray(double[][]::new),
                IntStream.range(0, groups).mapToObj(fico::repayment).toArray(double[][]::new));
    }

    private static double[] row(BurdenPoint at, int disadvantaged, int advantaged) {
        double[] row = new double[4 + at.groupBurdens().size()];
        row[0] = at.threshold();
        row[1] = at.utility();
        row[2] = at.burden();
        row[3] = at.socialGap(disadvantaged, advantaged);
        for (int group = 0; group < at.groupBurdens().size(); group++) {
            row[4 + group] = at.groupBurden(group);
        }
        return row;
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "Trade-off: the social burden never falls as the threshold rises, at any cost level",
                        table -> neverFalls(table, "burden")),
                new Claim(
                        "The bank's utility has a single peak: it never falls before its optimum and never rises after",
                        Milli2019Fico::utilityHasOnePeak),
                new Claim(
                        "The bank's optimum lies 1/alpha above the non-strategic threshold 1/2, or at the top of the scale",
                        Milli2019Fico::optimumLies),
                new Claim(
                        "No threshold exceeds the Bayes accuracy, and the optimum attains it if 1/2 + 1/alpha is on the scale",
                        Milli2019Fico::optimumAttainsBayes),
                new Claim(
                        "From the non-strategic threshold to the bank's optimum, utility and burden both rise",
                        Milli2019Fico::optimumCosts),
                new Claim(
                        "Black applicants who repay bear a higher burden than white ones at every threshold", table -> {
                            double least = least(table, "gap", 1);
                            return new Verdict(least >= 0, "least gap above the lowest threshold " + number(least));
                        }),
                new Claim(
                        "The gap between the groups never shrinks as the threshold rises",
                        table -> neverFalls(table, "gap")));
    }

    /** The least entry of a column, leaving out the first rows of each cost level. */
    private static double least(Table table, String column, int skipped) {
        double least = Double.POSITIVE_INFINITY;
        for (String alpha : table.distinct("alpha")) {
            double[] values = table.where("alpha", alpha).numbers(column);
            for (int i = skipped; i < values.length; i++) {
                least = Math.min(least, values[i]);
            }
        }
        return least;
    }

    private static Verdict neverFalls(Table table, String column) {
        double worst = Double.POSITIVE_INFINITY;
        for (String alpha : table.distinct("alpha")) {
            double[] values = table.where("alpha", alpha).numbers(column);
            for (int i = 1; i < values.length; i++) {
                worst = Math.min(worst, values[i] - values[i - 1]);
            }
        }
        return new Verdict(worst >= -ROUNDING, "least step " + number(worst) + " over " + table.size() + " rows");
    }

    private static Verdict utilityHasOnePeak(Table table) {
        double worst = 0;
        for (String alpha : table.distinct("alpha")) {
            double[] utility = table.where("alpha", alpha).numbers("utility");
            int peak = argmax(utility);
            for (int i = 1; i < utility.length; i++) {
                double wrongWay = i <= peak ? utility[i - 1] - utility[i] : utility[i] - utility[i - 1];
                worst = Math.max(worst, wrongWay);
            }
        }
        return new Verdict(worst <= ROUNDING, "largest step in the wrong direction " + number(worst));
    }

    private static Verdict optimumLies(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String alpha : table.distinct("alpha")) {
            Table level = table.where("alpha", alpha);
            double[] tau = level.numbers("tau");
            double[] utility = level.numbers("utility");
            int first = argmax(utility);
            int last = first;
            while (last + 1 < tau.length && utility[last + 1] >= utility[first] - ROUNDING) {
                last++;
            }
            // Utility only changes where somebody stands, so the optimum is a run of attained thresholds around tau*.
            double predicted = 0.5 + 1 / Double.parseDouble(alpha);
            holds &= first > 0 && tau[first - 1] <= predicted;
            holds &= last == tau.length - 1 || predicted <= tau[last + 1];
            evidence.add(String.format(
                    Locale.ROOT,
                    "alpha %s: optimal from %.4f to %.4f, 1/2 + 1/alpha = %.4f, highest attained %.4f",
                    alpha,
                    tau[first],
                    tau[last],
                    predicted,
                    tau[tau.length - 1]));
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    private static Verdict optimumAttainsBayes(Table table) {
        double bayes = bayesAccuracy();
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String alpha : table.distinct("alpha")) {
            Table level = table.where("alpha", alpha);
            double[] tau = level.numbers("tau");
            double[] utility = level.numbers("utility");
            double best = utility[argmax(utility)];
            boolean reachable = 0.5 + 1 / Double.parseDouble(alpha) <= tau[tau.length - 1];
            holds &= best <= bayes + ROUNDING && (!reachable || best >= bayes - ROUNDING);
            evidence.add(String.format(Locale.ROOT, "alpha %s: %.6f", alpha, best));
        }
        return new Verdict(
                holds,
                String.format(Locale.ROOT, "Bayes accuracy %.6f; best utility: ", bayes) + String.join(", ", evidence));
    }

    private static Verdict optimumCosts(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String alpha : table.distinct("alpha")) {
            Table level = table.where("alpha", alpha);
            double[] tau = level.numbers("tau");
            double[] utility = level.numbers("utility");
            double[] burden = level.numbers("burden");
            int peak = argmax(utility);
            int truthful = firstAtLeast(tau, 0.5);
            holds &= utility[peak] > utility[truthful] && burden[peak] > burden[truthful];
            evidence.add(String.format(
                    Locale.ROOT,
                    "alpha %s: utility %.4f to %.4f, burden %.4f to %.4f",
                    alpha,
                    utility[truthful],
                    utility[peak],
                    burden[truthful],
                    burden[peak]));
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    private static double bayesAccuracy() {
        return SocialBurden.INSTITUTIONAL_UTILITY.at(population(FicoScores.load()));
    }

    private static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static int firstAtLeast(double[] ascending, double level) {
        int i = 0;
        while (i < ascending.length - 1 && ascending[i] < level) {
            i++;
        }
        return i;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    @Override
    public Figure figure(Table table) {
        double bayes = bayesAccuracy();
        Axis tau = Axis.linear("threshold τ").between(-0.03, 1.03);
        List<Mark> utility = new ArrayList<>();
        List<Mark> burden = new ArrayList<>();
        List<Mark> tradeOff = new ArrayList<>();
        List<Mark> gap = new ArrayList<>();
        List<String> alphas = table.distinct("alpha");
        for (int i = 0; i < alphas.size(); i++) {
            Table level = table.where("alpha", alphas.get(i));
            Look look = Look.solid(Look.Colour.cycle(i));
            String label = "cost α = " + alphas.get(i);
            utility.add(new Mark.Curve(label, level.numbers("tau"), level.numbers("utility"), look));
            burden.add(new Mark.Curve(label, level.numbers("tau"), level.numbers("burden"), look));
            tradeOff.add(new Mark.Curve(label, level.numbers("burden"), level.numbers("utility"), look));
            gap.add(new Mark.Curve(label, level.numbers("tau"), level.numbers("gap"), look));
            double optimum = 0.5 + 1 / Double.parseDouble(alphas.get(i));
            if (optimum <= 1) {
                utility.add(new Mark.Level(
                        "", true, optimum, new Look(Look.Colour.cycle(i), Look.Line.DASHED, Look.Marker.NONE)));
            }
        }
        Mark bound = new Mark.Level("Bayes accuracy; τ⋆ = ½ + 1/α", false, bayes, Look.theory(Look.Colour.BLACK));
        utility.add(bound);
        tradeOff.add(bound);
        return new Figure(
                2,
                List.of(
                        new Panel("(a) institution", tau, Axis.linear("utility U"), utility),
                        new Panel("(b) those who repay", tau, Axis.linear("social burden B₊"), burden),
                        new Panel("(c) trade-off", Axis.linear("social burden B₊"), Axis.linear("utility U"), tradeOff),
                        new Panel("(d) between groups", tau, Axis.linear("gap Γ, black − white"), gap)),
                "Every attained threshold τ on the repayment probability, FICO scores of 174,047 people in four groups. "
                        + "(a) Utility, the probability that the decision equals the outcome after everyone has responded to"
                        + " the threshold at cost α per unit of repayment probability; dashed: the Bayes accuracy, which no"
                        + " threshold exceeds, and the optimum τ⋆ of a continuous score. (b) Social burden, the mean cost of"
                        + " reaching τ among those who repay. (c) One against the other. (d) Burden of black minus burden of"
                        + " white applicants. Exact; no sampling.");
    }
}
