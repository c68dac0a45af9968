// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
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
import org.hindsight.experiments.table.ShortestDecimal;
import org.hindsight.experiments.table.Table;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.delay.Batched;
import org.hindsight.stackelberg.delay.MultiThreaded;
import org.hindsight.stackelberg.followers.Discounting;
import org.hindsight.stackelberg.followers.FastLookAheadFollower;
import org.hindsight.stackelberg.queries.ClinchConstants;
import org.hindsight.stackelberg.queries.SimplexClinch;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.instances.PublishedRandomGames;

/**
 * The defender's regret against the horizon when the attacker looks ahead: Clinch in batches, in threads of all speeds, and a
 * defender who never learns.
 *
 * <p>After the figures on non-myopic attackers in N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), arXiv:2208.09407, with their games,
 * batches, discount factors and horizons. The attacker tries every answer in a simulation of all that is left. The benchmark of
 * a round is, as there, the payoff of the commitment that a search finds against a myopic attacker. The published constants never let
 * a search of ten targets end, so the figures of ten targets show the corrected constants too.
 */
public final class Haghtalab2022Regret implements Experiment {
    private static final int GAMES = 5;
    private static final int HORIZONS = 20;
    private static final int GAMES_OF_A_LOOK = 2;
    /** Threads are within this factor of the batch that is best for the discounting. */
    private static final double SMALL_FACTOR = 7;

    private static final double LOWEST = 0.25;
    private static final double HIGHEST = 0.75;
    private static final double BENCHMARK_ACCURACY = 1e-4;

    private final String id;
    private final String title;
    private final int targets;
    private final String symbol;
    private final DoubleFunction<Discounting> discounting;
    private final double[] factors;
    private final List<String> constants;
    private final int[][] batches;
    private final int step;

    private Haghtalab2022Regret(
            String id,
            String title,
            int targets,
            String symbol,
            DoubleFunction<Discounting> discounting,
            double[] factors,
            List<String> constants,
            int[][] batches,
            int step) {
        this.id = id;
        this.title = title;
        this.targets = targets;
        this.symbol = symbol;
        this.discounting = discounting;
        this.factors = factors;
        this.constants = constants;
        this.batches = batches;
        this.step = step;
    }

    /**
     * Creates the figure of three targets and geometric discounting.
     *
     * @return the figure
     */
    public static Haghtalab2022Regret geometric() {
        return new Haghtalab2022Regret(
                "haghtalab2022-geometric",
                "Regret against an attacker who discounts geometrically, three targets",
                3,
                "γ",
                Discounting::geometric,
                new double[] {0.5, 0.75, 0.85},
                List.of("reference"),
                new int[][] {
                    {1, 4, 7, 11, 15}, {1, 5, 9, 13, 17}, {1, 3, 6, 9, 12}, {1, 4, 6, 10, 13}, {1, 4, 7, 11, 15}
                },
                25);
    }

    /**
     * Creates the figure of ten targets and geometric discounting.
     *
     * @return the figure
     */
    public static Haghtalab2022Regret geometricOfTenTargets() {
        return new Haghtalab2022Regret(
                "haghtalab2022-geometric-ten",
                "Regret against an attacker who discounts geometrically, ten targets",
                10,
                "γ",
                Discounting::geometric,
                new double[] {0.5, 0.92, 0.94},
                List.of("corrected", "reference"),
                new int[][] {{1, 4, 6, 9, 12}, {1, 4, 6, 9, 12}, {1, 5, 7, 10, 13}, {1, 5, 7, 9, 11}, {1, 4, 7, 11, 15}
                },
                50);
    }

    /**
     * Creates the figure of three targets and hyperbolic discounting.
     *
     * @return the figure
     */
    public static Haghtalab2022Regret hyperbolic() {
        return new Haghtalab2022Regret(
                "haghtalab2022-hyperbolic",
                "Regret against an attacker who discounts hyperbolically, three targets",
                3,
                "k",
                Discounting::hyperbolic,
                new double[] {1, 2, 3},
                List.of("reference"),
                alike(1, 2, 4, 8, 12),
                25);
    }

    /**
     * Creates the figure of ten targets and hyperbolic discounting.
     *
     * @return the figure
     */
    public static Haghtalab2022Regret hyperbolicOfTenTargets() {
        return new Haghtalab2022Regret(
                "haghtalab2022-hyperbolic-ten",
                "Regret against an attacker who discounts hyperbolically, ten targets",
                10,
                "k",
                Discounting::hyperbolic,
                new double[] {0.1, 0.3, 0.5},
                List.of("corrected", "reference"),
                alike(1, 2, 4, 8, 12),
                50);
    }

    private static int[][] alike(int... sizes) {
        int[][] all = new int[GAMES][];
        Arrays.fill(all, sizes);
        return all;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Source source() {
        return new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "experiments", "arXiv:2208.09407");
    }

    @Override
    public Design design(Scale scale) {
        // Quick: every fourth horizon, and for ten targets two games and shorter horizons: looking ahead costs their
        // square.
        boolean paper = scale == Scale.PAPER;
        int longest = paper || targets <= 3 ? HORIZONS : isGeometric() ? 12 : 8;
        int games = paper || targets <= 3 ? GAMES : GAMES_OF_A_LOOK;
        int[] horizons = IntStream.rangeClosed(1, longest)
                .filter(k -> paper || k % 4 == 0)
                .map(k -> k * step)
                .toArray();
        Grid grid = Grid.of("constants", constants.toArray(String[]::new))
                .by("game", IntStream.range(0, games).asDoubleStream().toArray())
                .by("discounting", factors)
                .by("leader", "multi-threaded", "batched", "uniform");
        return new Calculation(
                grid, List.of("batch", "rounds", "regret", "finished", "needed"), point -> rows(point, horizons));
    }

    private List<double[]> rows(Point point, int[] horizons) {
        int index = (int) point.number("game");
        SecurityGame game = PublishedRandomGames.game(index, targets);
        boolean corrected = point.word("constants").equals("corrected");
        double benchmark = benchmark(game);
        List<double[]> rows = new ArrayList<>();
        for (int rounds : horizons) {
            Discounting weights = discounting.apply(point.number("discounting"));
            switch (point.word("leader")) {
                case "batched" -> {
                    for (int batch : batches[index]) {
                        SimplexClinch search = search(game, batch * targets / (double) rounds, corrected);
                        Batched leader = Batched.of(search, batch);
                        double regret = regret(game, leader, weights, rounds, benchmark);
                        rows.add(
                                new double[] {batch, rounds, regret, search.isFinished() ? 1 : 0, batch * needed(search)
                                });
                    }
                }
                case "multi-threaded" -> {
                    SimplexClinch search = search(game, targets / (double) rounds, corrected);
                    MultiThreaded leader = MultiThreaded.of(search, rounds);
                    double regret = regret(game, leader, weights, rounds, benchmark);
                    rows.add(new double[] {0, rounds, regret, leader.isFinished(0) ? 1 : 0, 2 * needed(search)});
                }
                default -> rows.add(new double[] {0, rounds, rounds * (benchmark - uniformPayoff(game)), 1, 0});
            }
        }
        return rows;
    }

    private SimplexClinch search(SecurityGame game, double accuracy, boolean corrected) {
        double slopeBound = ClinchConstants.slopeBoundOf(game);
        return SimplexClinch.of(
                        game,
                        corrected
                                ? ClinchConstants.corrected(targets, slopeBound, width(), accuracy)
                                : ClinchConstants.reference(slopeBound, width(), accuracy))
                .withoutOpeningQuery();
    }

    /** How many queries a search may need; 1e6 stands for no bound at all. */
    private double needed(SimplexClinch search) {
        ClinchConstants used = search.constants();
        return used.pull() <= used.resolution() / (2 * targets)
                ? SimplexClinch.ROBUST_QUERIES.at(new SimplexClinch.Search(targets, used.resolution())) - 1
                : 1e6;
    }

    /** The least coverage of a target worth an attack, as the published experiments estimate it. */
    private double width() {
        return LOWEST / (LOWEST + (targets - 1) * HIGHEST);
    }

    private double benchmark(SecurityGame game) {
        ClinchConstants myopic = ClinchConstants.reference(
                        ClinchConstants.slopeBoundOf(game), width(), BENCHMARK_ACCURACY)
                .withoutPull();
        SimplexClinch search = SimplexClinch.of(game, myopic).withoutOpeningQuery();
        double[] coverage = new double[targets];
        while (!search.isFinished()) {
            search.commitment(coverage);
            search.observe(game.attackedTarget(coverage));
        }
        search.commitment(coverage);
        return game.leaderPayoff(coverage, game.attackedTarget(coverage));
    }

    private double uniformPayoff(SecurityGame game) {
        double[] coverage = new double[targets];
        Arrays.fill(coverage, 1.0 / targets);
        return game.leaderPayoff(coverage, game.attackedTarget(coverage));
    }

    private static double regret(SecurityGame game, Leader leader, Discounting weights, int rounds, double benchmark) {
        PlayAccount account = PlayAccount.of(game);
        StackelbergPlay.run(
                leader, FastLookAheadFollower.of(game, weights, rounds), rounds, Xoshiro256PlusPlus.seeded(0), account);
        return account.leaderRegret(benchmark);
    }

    private boolean isGeometric() {
        return symbol.equals("γ");
    }

    /** The discounting of the most patient attacker. */
    private double patient() {
        return isGeometric() ? factors[factors.length - 1] : factors[0];
    }

    /** The discounting of the least patient attacker. */
    private double impatient() {
        return isGeometric() ? factors[0] : factors[factors.length - 1];
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(
                "In every game the best batch is larger against the most patient attacker than against the least patient",
                table -> everyGame(table, this::bestBatchesGrow)));
        claims.add(new Claim(
                "Without batches the regret is at least three times as large against the most patient attacker as against the least"
                        + " patient, and grows linearly: he lies",
                table -> everyGame(table, this::unbatchedIsLinear)));
        if (!isGeometric() || targets == 3) {
            claims.add(new Claim(
                    "Without batches the most patient attacker costs more than never learning",
                    table -> everyGame(table, this::unbatchedIsWorseThanUniform)));
        }
        if (isGeometric() || targets == 3) {
            claims.add(new Claim(
                    "Against the least patient attacker the largest batch has at least twice the regret of none: it pays for exploration",
                    table -> everyGame(table, this::largeBatchesPay)));
        }
        claims.add(new Claim(
                String.format(
                        Locale.ROOT,
                        "Threads, which are not told the discounting, have at most %.0f times the regret of the best batch",
                        SMALL_FACTOR),
                table -> everyGame(table, this::threadsAreClose)));
        claims.add(new Claim(
                "The largest regret over the discountings, in the mean over games, is smaller for threads than for any one choice of"
                        + " batches",
                this::threadsAreSafe));
        if (!isGeometric()) {
            claims.add(new Claim(
                    "Against the most patient attacker threads have less regret than any batch",
                    table -> everyGame(table, this::threadsBeatBatches)));
        }
        if (targets > 3) {
            claims.add(new Claim(
                    "With the published constants no search of ten targets ever ends; with the corrected ones each ends that has as many"
                            + " rounds as the bound on its queries asks for",
                    Haghtalab2022Regret::searchesEnd));
            claims.add(new Claim(
                    "Without batches the corrected constants have less regret against the least patient attacker",
                    table -> everyGame(table, this::correctedIsBetter)));
        }
        return claims;
    }

    /** A judgement of one game: a few words on the numbers, which begin with "no" if the claim fails there. */
    private interface Judgement {
        String of(Table table, int game);
    }

    private static Verdict everyGame(Table table, Judgement judgement) {
        List<String> words = table.distinct("game").stream()
                .map(game -> judgement.of(table, Integer.parseInt(game)))
                .toList();
        return new Verdict(words.stream().noneMatch(word -> word.startsWith("no")), String.join("; ", words));
    }

    private static String judged(boolean holds, String format, Object... numbers) {
        return (holds ? "" : "no: ") + String.format(Locale.ROOT, format, numbers);
    }

    private String bestBatchesGrow(Table table, int game) {
        int small = batches[game][best(batched(table, game, impatient()))];
        int large = batches[game][best(batched(table, game, patient()))];
        return judged(small < large, "%d and %d", large, small);
    }

    private String unbatchedIsLinear(Table table, int game) {
        Table rows = of(table, constants.get(0), game, patient())
                .where("leader", "batched")
                .where("batch", "1");
        double[] rounds = rows.numbers("rounds");
        double[] regret = rows.numbers("regret");
        int last = rounds.length - 1;
        int middle = 0;
        while (2 * rounds[middle] < rounds[last]) {
            middle++;
        }
        double before = regret[middle] / rounds[middle];
        double after = regret[last] / rounds[last];
        double ratio = regret[last] / batched(table, game, impatient())[0];
        return judged(
                ratio >= 3 && after > 0.85 * before,
                "%.1f times, %.3f a round at T = %.0f and %.3f at T = %.0f",
                ratio,
                before,
                rounds[middle],
                after,
                rounds[last]);
    }

    private String unbatchedIsWorseThanUniform(Table table, int game) {
        double unbatched = batched(table, game, patient())[0];
        double uniform = last(of(table, constants.get(0), game, patient()).where("leader", "uniform"));
        return judged(unbatched > uniform, "%.1f against %.1f", unbatched, uniform);
    }

    private String largeBatchesPay(Table table, int game) {
        double[] regrets = batched(table, game, impatient());
        double largest = regrets[regrets.length - 1];
        return judged(largest >= 2 * regrets[0], "%.1f against %.1f", largest, regrets[0]);
    }

    private String threadsAreClose(Table table, int game) {
        double worst = 0;
        for (double factor : factors) {
            double[] regrets = batched(table, game, factor);
            worst = Math.max(worst, threads(table, game, factor) / regrets[best(regrets)]);
        }
        return judged(worst <= SMALL_FACTOR, "%.1f", worst);
    }

    private String threadsBeatBatches(Table table, int game) {
        double[] regrets = batched(table, game, patient());
        double least = regrets[best(regrets)];
        double threads = threads(table, game, patient());
        return judged(threads < least, "%.1f against %.1f", threads, least);
    }

    private Verdict threadsAreSafe(Table table) {
        List<String> games = table.distinct("game");
        double[] worst = new double[batches[0].length];
        double threads = 0;
        for (double factor : factors) {
            double[] mean = new double[worst.length];
            double ofThreads = 0;
            for (String name : games) {
                int game = Integer.parseInt(name);
                double[] regrets = batched(table, game, factor);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += regrets[i] / games.size();
                }
                ofThreads += threads(table, game, factor) / games.size();
            }
            for (int i = 0; i < mean.length; i++) {
                worst[i] = Math.max(worst[i], mean[i]);
            }
            threads = Math.max(threads, ofThreads);
        }
        double least = Arrays.stream(worst).min().orElseThrow();
        return new Verdict(
                threads < least,
                String.format(Locale.ROOT, "%.1f for threads, at least %.1f for batches", threads, least));
    }

    private static Verdict searchesEnd(Table table) {
        boolean holds = true;
        int ended = 0;
        int promised = 0;
        Table rows = table.where("leader", "batched");
        for (double finished : rows.where("constants", "reference").numbers("finished")) {
            holds &= finished == 0;
        }
        Table corrected = rows.where("constants", "corrected");
        for (int i = 0; i < corrected.size(); i++) {
            boolean finished = corrected.numbers("finished")[i] == 1;
            boolean enough = corrected.numbers("needed")[i] <= corrected.numbers("rounds")[i];
            holds &= finished || !enough;
            ended += finished ? 1 : 0;
            promised += enough ? 1 : 0;
        }
        return new Verdict(
                holds && promised > 0,
                ended + " of " + corrected.size() + " corrected searches end, " + promised
                        + " have as many rounds as the bound");
    }

    private String correctedIsBetter(Table table, int game) {
        double corrected = batched(table, game, impatient())[0];
        double published = last(of(table, "reference", game, impatient())
                .where("leader", "batched")
                .where("batch", "1"));
        return judged(corrected < published, "%.1f against %.1f", corrected, published);
    }

    /** The regrets of the batches at the longest horizon. */
    private double[] batched(Table table, int game, double factor) {
        Table rows = of(table, constants.get(0), game, factor).where("leader", "batched");
        return Arrays.stream(batches[game])
                .mapToDouble(batch -> last(rows.where("batch", Integer.toString(batch))))
                .toArray();
    }

    private double threads(Table table, int game, double factor) {
        return last(of(table, constants.get(0), game, factor).where("leader", "multi-threaded"));
    }

    private static double last(Table rows) {
        return rows.numbers("regret")[rows.size() - 1];
    }

    private static int best(double[] regrets) {
        int best = 0;
        for (int i = 1; i < regrets.length; i++) {
            if (regrets[i] < regrets[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public Figure figure(Table table) {
        List<Panel> panels = new ArrayList<>();
        for (String kind : constants) {
            for (double factor : factors) {
                panels.add(panel(table, kind, factor, (char) ('a' + panels.size())));
            }
        }
        String caption = "Regret of a defender of " + (targets == 3 ? "three" : "ten")
                + " targets after T rounds against an attacker who knows the algorithm, discounts a payoff in d rounds by "
                + (isGeometric() ? "γ^d" : "1 / (1 + k d)")
                + " and tries each answer in a simulation of all that is left: Clinch in batches of B, in threads, and uniform coverage for"
                + " ever. Game 0 of the five published random games; every point is a run of its own, whose constants depend on T. The"
                + " benchmark of a round is the payoff of the commitment found against a myopic attacker. "
                + (constants.size() > 1
                        ? "Above: constants corrected so that the search ends. Below: the published constants, with which it does not."
                        : "Constants as published.")
                + " No sampling.";
        return new Figure(factors.length, panels, caption);
    }

    private Panel panel(Table table, String kind, double factor, char letter) {
        Table rows = of(table, kind, 0, factor);
        List<Mark> marks = new ArrayList<>();
        Look.Marker[] markers = {
            Look.Marker.CIRCLE, Look.Marker.SQUARE, Look.Marker.TRIANGLE, Look.Marker.DIAMOND, Look.Marker.NONE
        };
        for (int i = 0; i < batches[0].length; i++) {
            marks.add(curve(
                    rows.where("leader", "batched").where("batch", Integer.toString(batches[0][i])),
                    "B = " + batches[0][i],
                    Look.solid(Look.Colour.cycle(i)).with(markers[i])));
        }
        marks.add(curve(rows.where("leader", "multi-threaded"), "multi-threaded", Look.solid(Look.Colour.BLACK)));
        marks.add(curve(
                rows.where("leader", "uniform"),
                "uniform coverage",
                new Look(Look.Colour.GREY, Look.Line.DOTTED, Look.Marker.NONE)));
        return new Panel(
                "(" + letter + ") " + symbol + " = " + ShortestDecimal.of(factor)
                        + (constants.size() > 1 ? ", " + kind : ""),
                Axis.linear("rounds T")
                        .between(
                                0,
                                1.05
                                        * Arrays.stream(rows.numbers("rounds"))
                                                .max()
                                                .orElseThrow()),
                Axis.linear("regret"),
                marks);
    }

    private static Mark curve(Table rows, String label, Look look) {
        return new Mark.Curve(label, rows.numbers("rounds"), rows.numbers("regret"), look);
    }

    private static Table of(Table table, String kind, int game, double factor) {
        Table rows = table.where("constants", kind).where("game", Integer.toString(game));
        return rows.where("discounting", ShortestDecimal.of(factor));
    }
}
