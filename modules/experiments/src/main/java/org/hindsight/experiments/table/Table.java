// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.hindsight.core.Checks;

/**
 * A table of texts with named columns, in the order of its CSV file.
 *
 * <p>Numbers are kept as the text in which they were written, which {@link ShortestDecimal} makes exact. Immutable.
 */
public final class Table {
    private final List<String> columns;
    private final List<List<String>> rows;

    /**
     * Creates a table.
     *
     * @param columns the distinct names of the columns
     * @param rows the rows, each with one text a column
     */
    public Table(List<String> columns, List<List<String>> rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows.stream().map(List::copyOf).toList();
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("columns must be distinct, was " + columns);
        }
        for (int i = 0; i < rows.size(); i++) {
            Checks.length(rows.get(i).size(), columns.size(), "rows[" + i + "]");
        }
    }

    /**
     * Reads a table from CSV text.
     *
     * @param csv RFC 4180 text whose first record names the columns
     * @return the table
     * @throws IllegalArgumentException if a record has the wrong number of fields; the message names the record
     */
    public static Table parse(String csv) {
        List<String> columns = null;
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord record : reader) {
                if (columns == null) {
                    columns = record.getFields();
                } else {
                    rows.add(record.getFields());
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("csv: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (columns == null) {
            throw new IllegalArgumentException("csv must have a header, was empty");
        }
        return new Table(columns, rows);
    }

    /**
     * Writes the table as CSV text.
     *
     * @return RFC 4180 text with line feeds, fields quoted only where needed
     */
    public String toCsv() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(columns);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Returns the names of the columns.
     *
     * @return the names, in order
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 0
     */
    public int size() {
        return rows.size();
    }

    /**
     * Returns a column as texts.
     *
     * @param column the column's name
     * @return one text a row
     */
    public List<String> texts(String column) {
        int index = index(column);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /**
     * Returns a column as numbers.
     *
     * @param column the column's name
     * @return a new array, one number a row
     * @throws IllegalArgumentException if a text is not a number; the message names column and row
     */
    public double[] numbers(String column) {
        int index = index(column);
        double[] numbers = new double[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = rows.get(i).get(index);
            try {
                numbers[i] = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(column + "[" + i + "] must be a number, was \"" + text + "\"", e);
            }
        }
        return numbers;
    }

    /**
     * Returns the distinct texts of a column.
     *
     * @param column the column's name
     * @return each text once, in order of first appearance
     */
    public List<String> distinct(String column) {
        return texts(column).stream().distinct().toList();
    }

    /**
     * Returns the rows with a given text in a column.
     *
     * @param column the column's name
     * @param text the text
     * @return the rows, in order; none if the text does not occur
     */
    public Table where(String column, String text) {
        int index = index(column);
        return new Table(
                columns,
                rows.stream().filter(row -> row.get(index).equals(text)).collect(Collectors.toList()));
    }

    private int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("column must be one of " + columns + ", was " + column);
        }
        return index;
    }
}
