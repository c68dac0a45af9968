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
import org.hindsight.stackelberg.queries.ClinchConstants;
import org.hindsight.stackelberg.queries.SecuritySearch;
import org.hindsight.stackelberg.queries.SimplexClinch;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.instances.SecurityGames;

/**
 * The number of best responses that it takes to find the best commitment of one resource, against the number of targets: Clinch and
 * SecuritySearch.
 *
 * <p>After the query figure of N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), arXiv:2208.09407: 20 sizes from 5 to 100 in a geometric
 * row, nearly equal values (setting 1) and independent values (setting 2), λ = 1e-8, three games each. SecuritySearch has about n^2 cuts in
 * setting 1, each with a singular value decomposition; it runs up to 45 targets there.
 */
public final class Haghtalab2022Queries implements Experiment {
    private static final double[] SIZES = {5, 6, 7, 8, 9, 11, 13, 15, 18, 21, 24, 28, 33, 39, 45, 53, 62, 73, 85, 100};
    private static final double RESOLUTION = 1e-8;
    private static final List<String> SETTINGS = List.of("equal", "random");
    private static final int LARGEST_OF_A_LOOK = 13;
    private static final int LARGEST_OF_EQUAL_VALUES = 45;
    private static final int REPEATS = 3;
    /** Overlaps of this radius are not looked at by SecuritySearch. */
    private static final double ACCURACY = 1e-5;

    /** Creates the experiment. */
    public Haghtalab2022Queries() {}

    @Override
    public String id() {
        return "haghtalab2022-queries";
    }

    @Override
    public String title() {
        return "Queries to find the best commitment: Clinch and SecuritySearch";
    }

    @Override
    public Source source() {
        return new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "experiments", "arXiv:2208.09407");
    }

    @Override
    public Design design(Scale scale) {
        Grid grid = Grid.of("setting", SETTINGS.toArray(String[]::new))
                .by("method", "clinch", "security-search")
                .by("targets", SIZES);
        return new Calculation(grid, List.of("repeat", "queries", "error"), point -> rows(point, scale));
    }

    private static List<double[]> rows(Point point, Scale scale) {
        int targets = (int) point.number("targets");
        boolean equal = point.word("setting").equals("equal");
        boolean clinch = point.word("method").equals("clinch");
        int largest = scale == Scale.QUICK ? LARGEST_OF_A_LOOK : equal ? LARGEST_OF_EQUAL_VALUES : targets;
        List<double[]> rows = new ArrayList<>();
        if (!clinch && targets > largest) {
            return rows;
        }
        for (int repeat = 0; repeat < (scale == Scale.QUICK && equal ? 1 : REPEATS); repeat++) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1_000L * targets + repeat);
            SecurityGame game = equal
                    ? SecurityGames.simplexEqual(targets, random)
                    : SecurityGames.simplexRandom(targets, 0, 1, random);
            SecuritySolution solution = Origami.solve(game);
            double[] coverage = new double[targets];
            double queries;
            if (clinch) {
                SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(RESOLUTION));
                while (!search.isFinished()) {
                    search.commitment(coverage);
                    search.observe(game.attackedTarget(coverage));
                }
                search.commitment(coverage);
                queries = search.queries();
            } else {
                SecuritySearch.Result result = SecuritySearch.run(game, game::attackedTarget, random);
                coverage = result.coverage();
                queries = result.queries();
            }
            // What the attacker gains over the least that the defender can hold him to.
            double error = game.attackerPayoff(game.attackedTarget(coverage), coverage[game.attackedTarget(coverage)])
                    - solution.attackerValue();
            rows.add(new double[] {repeat, queries, error});
        }
        return rows;
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "Clinch asks exactly 1 + ceil(ln(1/λ) / ln(n/(n-1))) queries in every game of either setting",
                        Haghtalab2022Queries::clinchIsExact),
                slope("Clinch grows linearly: slope 0.95 to 1.1", "equal", "clinch", 0.95, 1.1),
                slope(
                        "SecuritySearch grows with the cube of the targets in setting 1: slope 2.8 to 3.2",
                        "equal",
                        "security-search",
                        2.8,
                        3.2),
                slope(
                        "SecuritySearch grows about with the square in setting 2: slope 1.3 to 2.5",
                        "random",
                        "security-search",
                        1.3,
                        2.5),
                new Claim(
                        "SecuritySearch asks more than ten times as many queries as Clinch with thirteen targets",
                        Haghtalab2022Queries::searchAsksMore),
                new Claim(
                        "Either way the attacker is held within 1e-5 of the least that is possible",
                        Haghtalab2022Queries::bothFindIt));
    }

    private static Verdict clinchIsExact(Table table) {
        Table rows = table.where("method", "clinch");
        boolean holds = true;
        for (int i = 0; i < rows.size(); i++) {
            int targets = (int) rows.numbers("targets")[i];
            holds &= rows.numbers("queries")[i]
                    == SimplexClinch.QUERIES.at(new SimplexClinch.Search(targets, RESOLUTION));
        }
        return new Verdict(holds, rows.size() + " runs");
    }

    private static Claim slope(String statement, String setting, String method, double least, double most) {
        return new Claim(statement, table -> {
            Curve curve = Curve.of(table, setting, method);
            double slope = curve.slope();
            return new Verdict(
                    slope >= least && slope <= most,
                    String.format(
                            Locale.ROOT,
                            "%.2f over %.0f to %.0f targets",
                            slope,
                            curve.targets[0],
                            curve.targets[curve.targets.length - 1]));
        });
    }

    private static Verdict searchAsksMore(Table table) {
        double clinch = mean(table.where("method", "clinch").where("targets", "13"));
        double least = Double.POSITIVE_INFINITY;
        for (String setting : SETTINGS) {
            least = Math.min(
                    least,
                    mean(table.where("method", "security-search")
                            .where("setting", setting)
                            .where("targets", "13")));
        }
        return new Verdict(
                least > 10 * clinch, String.format(Locale.ROOT, "at least %.0f against %.0f", least, clinch));
    }

    private static Verdict bothFindIt(Table table) {
        double worst =
                Arrays.stream(table.numbers("error")).map(Math::abs).max().orElseThrow();
        return new Verdict(worst <= ACCURACY, String.format(Locale.ROOT, "largest error %.1e", worst));
    }

    private static double mean(Table rows) {
        return Arrays.stream(rows.numbers("queries")).average().orElseThrow();
    }

    /** The mean number of queries against the number of targets. */
    private static final class Curve {
        final double[] targets;
        final double[] queries;

        private Curve(double[] targets, double[] queries) {
            this.targets = targets;
            this.queries = queries;
        }

        static Curve of(Table table, String setting, String method) {
            Table rows = table.where("setting", setting).where("method", method);
            List<String> sizes = rows.distinct("targets");
            return new Curve(
                    sizes.stream().mapToDouble(Double::parseDouble).toArray(),
                    sizes.stream()
                            .mapToDouble(size -> mean(rows.where("targets", size)))
                            .toArray());
        }

        /** The least-squares slope of the logarithms. */
        double slope() {
            double[] x = Arrays.stream(targets).map(StrictMath::log).toArray();
            double[] y = Arrays.stream(queries).map(StrictMath::log).toArray();
            double meanX = Arrays.stream(x).average().orElseThrow();
            double meanY = Arrays.stream(y).average().orElseThrow();
            double products = 0;
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                products += (x[i] - meanX) * (y[i] - meanY);
                squares += (x[i] - meanX) * (x[i] - meanX);
            }
            return products / squares;
        }

        Mark mark(String label, Look look) {
            return new Mark.Curve(label, targets, queries, look);
        }
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                2,
                List.of(
                        panel(table, "(a) setting 1: nearly equal values", "equal"),
                        panel(table, "(b) setting 2: independent values", "random")),
                "Number of best responses that it takes to find the best commitment of one resource, λ = 1e-8. Clinch asks the same number"
                        + " in every game, the closed form 1 + ceil(ln(1/λ) / ln(n/(n-1))) (dashed). SecuritySearch, whose bisections"
                        + " have 100 steps, asks about 100 n for each cut: n(n-1) cuts if all values are nearly equal (a), fewer if only"
                        + " some targets are worth an attack (b). Mean of "
                        + table.where("setting", "equal").distinct("repeat").size()
                        + " (a) and "
                        + table.where("setting", "random").distinct("repeat").size()
                        + " (b) games a point.");
    }

    private static Panel panel(Table table, String title, String setting) {
        double[] theory = Arrays.stream(SIZES)
                .map(n -> SimplexClinch.QUERIES.at(new SimplexClinch.Search((int) n, RESOLUTION)))
                .toArray();
        return new Panel(
                title,
                Axis.logarithmic("targets n"),
                Axis.logarithmic("queries").between(50, 2e7),
                List.of(
                        Curve.of(table, setting, "security-search")
                                .mark(
                                        "SecuritySearch",
                                        Look.solid(Look.Colour.VERMILION).with(Look.Marker.SQUARE)),
                        Curve.of(table, setting, "clinch")
                                .mark("Clinch", Look.solid(Look.Colour.BLUE).with(Look.Marker.CIRCLE)),
                        new Mark.Curve("closed form", SIZES, theory, Look.theory(Look.Colour.BLACK))));
    }
}
