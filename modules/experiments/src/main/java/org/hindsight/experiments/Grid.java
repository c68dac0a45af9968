// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * The parameter points of an experiment: the product of named axes, the last axis varying fastest.
 *
 * <pre>{@code
 * Grid.of("algorithm", "ucb1", "aae").by("rate", 0.1, 0.5, 0.9);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Grid {
    private final List<String> names;
    private final List<List<Object>> axes;

    private Grid(List<String> names, List<List<Object>> axes) {
        this.names = names;
        this.axes = axes;
    }

    /**
     * Begins a grid with an axis of numbers.
     *
     * @param name the axis
     * @param values its distinct finite values
     * @return the grid
     */
    public static Grid of(String name, double... values) {
        return new Grid(List.of(), List.of()).by(name, values);
    }

    /**
     * Begins a grid with an axis of words.
     *
     * @param name the axis
     * @param values its distinct values
     * @return the grid
     */
    public static Grid of(String name, String... values) {
        return new Grid(List.of(), List.of()).by(name, values);
    }

    /**
     * Multiplies the grid by an axis of numbers.
     *
     * @param name the axis, new to the grid
     * @param values its distinct finite values
     * @return the larger grid
     */
    public Grid by(String name, double... values) {
        List<Object> axis = new ArrayList<>();
        for (double value : Checks.finite(values, name)) {
            axis.add(value);
        }
        return by(name, axis);
    }

    /**
     * Multiplies the grid by an axis of words.
     *
     * @param name the axis, new to the grid
     * @param values its distinct values; without the characters that separate the parts of a point
     * @return the larger grid
     */
    public Grid by(String name, String... values) {
        for (String value : values) {
            requirePlain(value, name);
        }
        return by(name, List.<Object>of((Object[]) values));
    }

    private Grid by(String name, List<Object> values) {
        requirePlain(name, "axis name");
        Checks.atLeast(values.size(), 1, "number of values of axis " + name);
        if (names.contains(name)) {
            throw new IllegalArgumentException("axis " + name + " is in the grid already");
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException("axis " + name + " must have distinct values, was " + values);
        }
        List<String> moreNames = new ArrayList<>(names);
        moreNames.add(name);
        List<List<Object>> moreAxes = new ArrayList<>(axes);
        moreAxes.add(List.copyOf(values));
        return new Grid(List.copyOf(moreNames), List.copyOf(moreAxes));
    }

    private static void requirePlain(String text, String name) {
        Objects.requireNonNull(text, name);
        if (text.isEmpty() || text.chars().anyMatch(c -> c == ';' || c == '=' || c == ',' || c < ' ')) {
            throw new IllegalArgumentException(
                    name + " must be non-empty without ';', '=', ',' and control characters, was \"" + text + "\"");
        }
    }

    /**
     * Returns the axes' names.
     *
     * @return the names, in the order given
     */
    public List<String> names() {
        return names;
    }

    /**
     * Returns the values on each axis, as texts.
     *
     * @param axis the position of the axis
     * @return its values
     */
    public List<String> values(int axis) {
        List<String> one = List.of(names.get(axis));
        return axes.get(axis).stream()
                .map(value -> new Point(one, List.of(value)).texts().get(0))
                .toList();
    }

    /**
     * Returns all points.
     *
     * @return the product of the axes, in lexicographic order of positions
     */
    public List<Point> points() {
        List<List<Object>> rows = List.of(List.of());
        for (List<Object> axis : axes) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> row : rows) {
                for (Object value : axis) {
                    List<Object> next = new ArrayList<>(row);
                    next.add(value);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows.stream().map(row -> new Point(names, row)).toList();
    }
}
