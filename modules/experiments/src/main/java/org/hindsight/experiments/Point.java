// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindsight.experiments.table.ShortestDecimal;

/**
 * One point of a {@link Grid}: a value on each axis.
 *
 * <p>Immutable. Its {@linkplain #toString() text}, such as {@code "algorithm=ucb1;rate=0.1"}, is part of the key of its
 * random streams: renaming an axis changes the numbers drawn.
 */
public final class Point {
    private final List<String> names;
    private final List<Object> values;

    Point(List<String> names, List<Object> values) {
        this.names = List.copyOf(names);
        this.values = List.copyOf(values);
    }

    /**
     * Returns the value on an axis of numbers.
     *
     * @param axis the axis
     * @return the value
     * @throws IllegalArgumentException if there is no such axis, or it holds words
     */
    public double number(String axis) {
        if (value(axis) instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("axis " + axis + " holds words, asked for a number");
    }

    /**
     * Returns the value on an axis of words.
     *
     * @param axis the axis
     * @return the value
     * @throws IllegalArgumentException if there is no such axis, or it holds numbers
     */
    public String word(String axis) {
        if (value(axis) instanceof String word) {
            return word;
        }
        throw new IllegalArgumentException("axis " + axis + " holds numbers, asked for a word");
    }

    private Object value(String axis) {
        int index = names.indexOf(axis);
        if (index < 0) {
            throw new IllegalArgumentException("axis must be one of " + names + ", was " + axis);
        }
        return values.get(index);
    }

    /**
     * Returns the values as they stand in the table.
     *
     * @return one text an axis, in the grid's order
     */
    public List<String> texts() {
        return values.stream()
                .map(value -> value instanceof Double number ? ShortestDecimal.of(number) : (String) value)
                .toList();
    }

    @Override
    public String toString() {
        List<String> texts = texts();
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + "=" + texts.get(i))
                .collect(Collectors.joining(";"));
    }
}
