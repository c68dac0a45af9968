// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Source;
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
import org.hindsight.games.smooth.HashedGame;
import org.hindsight.games.smooth.SampledSmoothNash;

/**
 * Smooth equilibria of random games from K sampled actions a player: the gap falls with K and does not depend on the number of
 * actions n.
 *
 * <p>After C. Daskalakis, N. Golowich, N. Haghtalab, A. Shetty (2023). A replicate draws a game of n by n payoffs, uniform and
 * independent, solves the game among K sampled actions, and measures the profile in the whole game by trying all actions. The
 * certificate is what the algorithm itself promises with probability 1 - delta after {@value #TESTED} further actions a player.
 */
public final class SmoothGap implements Experiment {
    private static final double[] SIGMAS = {0.5, 0.2};
    private static final double[] QUICK_SIZES = {200, 800, 3200};
    private static final double[] PAPER_SIZES = {500, 2000, 8000};
    private static final double[] QUICK_SAMPLES = {5, 8, 12, 16};
    private static final double[] PAPER_SAMPLES = {5, 7, 10, 14, 20, 28};
    private static final int TESTED = 2000;
    private static final double DELTA = 0.05;
    /** A difference beyond six standard errors has a one-sided normal probability of 1e-9. */
    private static final double STANDARD_ERRORS = 6;

    private static final double SOME_ERRORS = 3;

    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;

    /** Creates the experiment. */
    public SmoothGap() {}

    @Override
    public String id() {
        return "smooth-gap";
    }

    @Override
    public String title() {
        return "Smooth equilibria from sampled actions, whatever the size of the game";
    }

    @Override
    public Source source() {
        return new Source("Daskalakis, Golowich, Haghtalab, Shetty", 2023, "Theorem 5.2", "arXiv:2309.12226");
    }

    @Override
    public Design design(Scale scale) {
        boolean quick = scale == Scale.QUICK;
        Grid grid = Grid.of("sigma", SIGMAS)
                .by("actions", quick ? QUICK_SIZES : PAPER_SIZES)
                .by("sampled", quick ? QUICK_SAMPLES : PAPER_SAMPLES);
        return new Simulation(
                grid, quick ? 48 : 400, List.of("gap", "certified", "broken", "payoffs"), SmoothGap::trial);
    }

    private static Simulation.Trial trial(Point point) {
        double sigma = point.number("sigma");
        int actions = (int) Math.round(point.number("actions"));
        int sampled = (int) Math.round(point.number("sampled"));
        return (stream, out) -> {
            HashedGame game = HashedGame.of(actions, actions, stream.nextLong());
            SampledSmoothNash answer = SampledSmoothNash.search(game, sigma, sampled, TESTED, 1, DELTA, stream);
            out[0] = answer.exactGap(game, sigma);
            out[1] = answer.gapBound();
            out[2] = out[0] > out[1] ? 1 : 0;
            out[3] = answer.payoffCalls();
        };
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "The mean gaps of games of different sizes agree to within six standard errors, for every sigma and K",
                        SmoothGap::coincide),
                new Claim(
                        "The number of payoffs that are asked for is the same for all sizes and in all runs",
                        SmoothGap::sameWork),
                new Claim(
                        "The gap falls with K, to within three standard errors no slower than 1 / sqrt(K)",
                        SmoothGap::falls),
                new Claim("The mean gap does not exceed its bound", SmoothGap::withinBound),
                new Claim(
                        "The certificate, which is to hold with probability 0.95, fails in no more runs than that allows",
                        SmoothGap::certificatesHold));
    }

    private static Table curve(Table table, String sigma, String actions) {
        return table.where("sigma", sigma).where("actions", actions);
    }

    private static Verdict coincide(Table table) {
        double most = 0;
        double largest = 0;
        for (String sigma : table.distinct("sigma")) {
            List<String> sizes = table.distinct("actions");
            for (int i = 0; i < sizes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Table one = curve(table, sigma, sizes.get(i));
                    Table other = curve(table, sigma, sizes.get(j));
                    for (int k = 0; k < one.size(); k++) {
                        double difference = Math.abs(one.numbers("gap_mean")[k] - other.numbers("gap_mean")[k]);
                        double error = Math.hypot(one.numbers("gap_se")[k], other.numbers("gap_se")[k]);
                        most = Math.max(most, difference / error);
                        largest = Math.max(largest, difference);
                    }
                }
            }
        }
        return new Verdict(
                most <= STANDARD_ERRORS,
                String.format(
                        Locale.ROOT,
                        "largest difference %.4f; largest in standard errors of the difference %.2f",
                        largest,
                        most));
    }

    private static Verdict sameWork(Table table) {
        boolean same = true;
        List<String> evidence = new ArrayList<>();
        for (String sampled : table.distinct("sampled")) {
            Table rows = table.where("sampled", sampled);
            same &= rows.distinct("payoffs_mean").size() == 1;
            for (double error : rows.numbers("payoffs_se")) {
                same &= error == 0;
            }
            evidence.add("K = " + sampled + ": " + String.join(" or ", rows.distinct("payoffs_mean")));
        }
        return new Verdict(same, String.join("; ", evidence));
    }

    private static Verdict falls(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String sigma : table.distinct("sigma")) {
            List<String> samples = table.distinct("sampled");
            String few = samples.get(0);
            String many = samples.get(samples.size() - 1);
            double ratio = Double.parseDouble(many) / Double.parseDouble(few);
            double[] first = pooled(table.where("sigma", sigma).where("sampled", few));
            double[] last = pooled(table.where("sigma", sigma).where("sampled", many));
            double fall = first[0] - last[0];
            double excess = last[0] * Math.sqrt(ratio) - first[0];
            holds &= fall > SOME_ERRORS * Math.hypot(first[1], last[1])
                    && excess <= SOME_ERRORS * Math.hypot(first[1], last[1] * Math.sqrt(ratio));
            evidence.add(String.format(
                    Locale.ROOT,
                    "sigma = %s: %.4f to %.4f, log-log slope %.2f",
                    sigma,
                    first[0],
                    last[0],
                    Math.log(Math.max(Double.MIN_NORMAL, last[0]) / first[0]) / Math.log(ratio)));
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    /** The mean gap over the games of all sizes, and its standard error. */
    private static double[] pooled(Table rows) {
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += rows.numbers("gap_mean")[i];
            variance += Math.pow(rows.numbers("gap_se")[i], 2);
        }
        return new double[] {sum / rows.size(), Math.sqrt(variance) / rows.size()};
    }

    private static double bound(double sampled, double sigma) {
        return SampledSmoothNash.EXPECTED_GAP.at(new SampledSmoothNash.Draw((int) Math.round(sampled), sigma));
    }

    private static Verdict withinBound(Table table) {
        double[] sigma = table.numbers("sigma");
        double[] sampled = table.numbers("sampled");
        double[] mean = table.numbers("gap_mean");
        double[] error = table.numbers("gap_se");
        double worst = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < mean.length; i++) {
            double bound = bound(sampled[i], sigma[i]);
            worst = Math.max(worst, (mean[i] + STANDARD_ERRORS * error[i]) / bound);
            least = Math.min(least, bound);
        }
        return new Verdict(
                worst <= 1,
                String.format(
                        Locale.ROOT,
                        "largest ratio of mean plus six standard errors to bound %.3f; least bound %.2f",
                        worst,
                        least));
    }

    private static Verdict certificatesHold(Table table) {
        double[] share = table.numbers("broken_mean");
        double[] replicates = table.numbers("replicates");
        double failures = 0;
        double runs = 0;
        for (int i = 0; i < share.length; i++) {
            failures += share[i] * replicates[i];
            runs += replicates[i];
        }
        // Hoeffding, with a false alarm of 1e-9.
        double allowed = DELTA + Math.sqrt(Math.log(1e9) / (2 * runs));
        return new Verdict(
                failures / runs <= allowed,
                String.format(Locale.ROOT, "%.0f of %.0f runs, at most %.4f of them allowed", failures, runs, allowed));
    }

    @Override
    public Figure figure(Table table) {
        List<Panel> panels = new ArrayList<>();
        List<String> sigmas = table.distinct("sigma");
        double highest = Arrays.stream(table.numbers("certified_mean")).max().orElseThrow();
        for (int i = 0; i < sigmas.size(); i++) {
            String title = "(" + (char) ('a' + i) + ") σ = " + sigmas.get(i);
            panels.add(panel(table, title, sigmas.get(i), 1.04 * highest));
        }
        return new Figure(
                panels.size(),
                panels,
                "Gain by the best σ-smooth deviation from an equilibrium of the game among K uniformly sampled actions a"
                        + " player, measured in the whole game of n actions a player, against K. Payoffs are independent and"
                        + " uniform in [0, 1]. Solid: the mean over "
                        + table.distinct("replicates").get(0)
                        + " games, with 95 % confidence bands; the curves of all n coincide. Dashed: the bound on the gap that"
                        + " holds with probability 0.95 and is computed from " + TESTED
                        + " further sampled actions a player, on average; it exceeds their estimate of the gap by √(ln(40) / "
                        + 2 * TESTED + ") / σ. Neither K nor that number of actions depends on n.");
    }

    private static Panel panel(Table table, String title, String sigma, double highest) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> curves = new ArrayList<>();
        List<String> sizes = table.distinct("actions");
        for (int i = 0; i < sizes.size(); i++) {
            Table curve = curve(table, sigma, sizes.get(i));
            double[] sampled = curve.numbers("sampled");
            double[] mean = curve.numbers("gap_mean");
            double[] error = curve.numbers("gap_se");
            double[] low = new double[mean.length];
            double[] high = new double[mean.length];
            for (int k = 0; k < mean.length; k++) {
                low[k] = mean[k] - BAND * error[k];
                high[k] = mean[k] + BAND * error[k];
            }
            Look.Colour colour = Look.Colour.cycle(i);
            bands.add(new Mark.Band(sampled, low, high, colour));
            curves.add(new Mark.Curve(
                    "n = " + sizes.get(i), sampled, mean, Look.solid(colour).with(marker(i))));
        }
        List<String> samples = table.distinct("sampled");
        double[] sampled = new double[samples.size()];
        double[] certified = new double[sampled.length];
        for (int k = 0; k < sampled.length; k++) {
            sampled[k] = Double.parseDouble(samples.get(k));
            certified[k] = certified(table.where("sigma", sigma).where("sampled", samples.get(k)));
        }
        curves.add(new Mark.Curve("certified, all n", sampled, certified, Look.theory(Look.Colour.BLACK)));
        // No band covers a curve.
        bands.addAll(curves);
        return new Panel(
                title,
                Axis.linear("sampled actions K"),
                Axis.linear("smooth gap").between(-0.01, highest),
                bands);
    }

    /** The mean certificate over the games of all sizes. */
    private static double certified(Table rows) {
        return Arrays.stream(rows.numbers("certified_mean")).average().orElseThrow();
    }

    private static Look.Marker marker(int i) {
        return new Look.Marker[] {Look.Marker.CIRCLE, Look.Marker.SQUARE, Look.Marker.TRIANGLE}[i % 3];
    }
}
