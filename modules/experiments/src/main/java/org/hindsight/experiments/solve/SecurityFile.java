// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;

/**
 * The targets of a security game, read from a CSV file with the columns {@code target}, {@code defenderCovered}, {@code
 * defenderUncovered}, {@code attackerCovered} and {@code attackerUncovered}.
 *
 * <p>The first record names the columns, which may be in any order; every further record is a target. Lines that are empty or begin
 * with {@code #} are skipped. Immutable.
 */
public final class SecurityFile {
    private static final String TARGET = "target";
    private static final List<String> PAYOFFS =
            List.of("defenderCovered", "defenderUncovered", "attackerCovered", "attackerUncovered");

    private final List<String> targets;
    /** [payoff][target], payoffs in the order of their names above. */
    private final double[][] payoffs;

    private SecurityFile(List<String> targets, double[][] payoffs) {
        this.targets = targets;
        this.payoffs = payoffs;
    }

    /**
     * Reads a file.
     *
     * @param file UTF-8 text
     * @return its targets
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it does not say what it should; the message names the line
     */
    public static SecurityFile read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Reads the text of a file.
     *
     * @param csv the text
     * @return its targets
     * @throws IllegalArgumentException if it does not say what it should; the message names the line
     */
    public static SecurityFile parse(String csv) {
        Map<String, Long> lines = new LinkedHashMap<>();
        List<double[]> rows = new ArrayList<>();
        List<Integer> columns = null;
        int width = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            for (CsvRecord record : reader) {
                String line = "line " + record.getStartingLineNumber() + ": ";
                if (columns == null) {
                    columns = columns(record.getFields(), line);
                    width = record.getFieldCount();
                } else {
                    if (record.getFieldCount() != width) {
                        throw new IllegalArgumentException(line + "must have " + width
                                + " fields as the header has, had " + record.getFieldCount());
                    }
                    rows.add(payoffs(record, columns, line));
                    name(record.getField(columns.get(0)).strip(), record.getStartingLineNumber(), lines);
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can always be read", e);
        }
        if (columns == null) {
            throw new IllegalArgumentException("line 1: must name the columns target, " + String.join(", ", PAYOFFS));
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("must have at least one target after the header");
        }
        double[][] payoffs = new double[PAYOFFS.size()][rows.size()];
        for (int target = 0; target < rows.size(); target++) {
            for (int payoff = 0; payoff < payoffs.length; payoff++) {
                payoffs[payoff][target] = rows.get(target)[payoff];
            }
        }
        return new SecurityFile(List.copyOf(lines.keySet()), payoffs);
    }

    private static List<Integer> columns(List<String> header, String line) {
        List<String> names = header.stream().map(String::strip).toList();
        List<Integer> columns = new ArrayList<>();
        List<String> wanted = new ArrayList<>(List.of(TARGET));
        wanted.addAll(PAYOFFS);
        for (String name : wanted) {
            int column = names.indexOf(name);
            if (column < 0 || column != names.lastIndexOf(name)) {
                throw new IllegalArgumentException(
                        line + "must name the column " + name + " once, had " + String.join(", ", names));
            }
            columns.add(column);
        }
        return columns;
    }

    private static void name(String target, long line, Map<String, Long> lines) {
        if (target.isEmpty()) {
            throw new IllegalArgumentException("line " + line + ": target must have a name, was empty");
        }
        Long earlier = lines.putIfAbsent(target, line);
        if (earlier != null) {
            throw new IllegalArgumentException(
                    "line " + line + ": target " + target + " is already in line " + earlier);
        }
    }

    private static double[] payoffs(CsvRecord record, List<Integer> columns, String line) {
        double[] payoffs = new double[PAYOFFS.size()];
        for (int payoff = 0; payoff < payoffs.length; payoff++) {
            String text = record.getField(columns.get(payoff + 1)).strip();
            String name = line + PAYOFFS.get(payoff);
            try {
                payoffs[payoff] = Checks.finite(Double.parseDouble(text), name);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        name + " must be a number, was " + (text.isEmpty() ? "empty" : text), e);
            }
        }
        // Payoffs are in the order of their names: first the defender's, then the attacker's, covered before uncovered.
        if (!(payoffs[0] > payoffs[1])) {
            throw new IllegalArgumentException(line + "defenderCovered must be greater than defenderUncovered, were "
                    + payoffs[0] + " and " + payoffs[1]);
        }
        if (!(payoffs[3] > payoffs[2])) {
            throw new IllegalArgumentException(line + "attackerUncovered must be greater than attackerCovered, were "
                    + payoffs[3] + " and " + payoffs[2]);
        }
        return payoffs;
    }

    /**
     * Returns the names of the targets.
     *
     * @return the names, in the order of the file
     */
    public List<String> targets() {
        return targets;
    }

    /**
     * Returns the game in which the defender has a number of resources.
     *
     * @param resources r, at least 0, perhaps fractional
     * @return the game, its targets in the order of the file
     */
    public SecurityGame game(double resources) {
        return SecurityGame.builder(BudgetCoverage.of(targets.size(), resources))
                .defenderCovered(payoffs[0])
                .defenderUncovered(payoffs[1])
                .attackerCovered(payoffs[2])
                .attackerUncovered(payoffs[3])
                .build();
    }
}
