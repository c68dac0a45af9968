// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.experiments.table.Table;

/**
 * Credit scores and repayment by group: the Federal Reserve's tables of 2007.
 *
 * <p>For each of 198 TransRisk scores and four groups: how many people have the score and which share of them repays.
 * Provenance and licence are in {@code FICO-PROVENANCE.md} beside the files. Immutable.
 */
public final class FicoScores {
    /** The column of each group in the files, in their order, and the short name used for it here. */
    private static final List<String> COLUMNS = List.of("Non- Hispanic white", "Black", "Hispanic", "Asian");

    private static final List<String> GROUPS = List.of("white", "black", "hispanic", "asian");

    private final double[] scores;
    /** [group][row] */
    private final double[][] people;

    private final double[][] repayment;

    private FicoScores(double[] scores, double[][] people, double[][] repayment) {
        this.scores = scores;
        this.people = people;
        this.repayment = repayment;
    }

    /**
     * Reads the tables from the library's resources.
     *
     * @return the tables
     */
    public static FicoScores load() {
        Table totals = read("fico_totals.csv");
        Table cdf = read("fico_transrisk_cdf_by_race_ssa.csv");
        Table performance = read("fico_transrisk_performance_by_race_ssa.csv");
        int rows = cdf.size();
        Checks.length(performance.size(), rows, "performance");
        double[][] people = new double[GROUPS.size()][rows];
        double[][] repayment = new double[GROUPS.size()][rows];
        for (int group = 0; group < GROUPS.size(); group++) {
            String column = COLUMNS.get(group);
            double total = totals.numbers(column)[0];
            double[] cumulative = cdf.numbers(column);
            double[] delinquent = performance.numbers(column);
            for (int row = 0; row < rows; row++) {
                double share = (cumulative[row] - (row == 0 ? 0 : cumulative[row - 1])) / 100;
                people[group][row] = total * Checks.nonNegative(share, column + " share in row " + row);
                repayment[group][row] =
                        Checks.inUnitInterval(1 - delinquent[row] / 100, column + " repayment in row " + row);
            }
        }
        return new FicoScores(cdf.numbers("Score"), people, repayment);
    }

    private static Table read(String name) {
        try (InputStream file = FicoScores.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return Table.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the groups.
     *
     * @return white, black, hispanic, asian
     */
    public List<String> groups() {
        return GROUPS;
    }

    /**
     * Returns the number of scores.
     *
     * @return 198
     */
    public int size() {
        return scores.length;
    }

    /**
     * Returns a score.
     *
     * @param row in 0 .. size - 1, by ascending score
     * @return the score, on the scale 0 to 100
     */
    public double score(int row) {
        return scores[Checks.index(row, scores.length, "row")];
    }

    /**
     * Returns how many members of a group have each score: the group's total times a difference of its cumulative
     * shares.
     *
     * @param group the group's index
     * @return a new array, one number a score, at least zero, not integers
     */
    public double[] people(int group) {
        return people[Checks.index(group, GROUPS.size(), "group")].clone();
    }

    /**
     * Returns the share of a group's members of each score who repay.
     *
     * @param group the group's index
     * @return a new array, one number in [0, 1] a score
     */
    public double[] repayment(int group) {
        return repayment[Checks.index(group, GROUPS.size(), "group")].clone();
    }
}
