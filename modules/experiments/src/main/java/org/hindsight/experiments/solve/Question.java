// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to look for in a game. */
public enum Question {
    /** All equilibria in pure strategies. */
    PURE,
    /** One equilibrium. */
    NASH,
    /** All extreme equilibria of a game of two players. */
    ALL_NASH,
    /** Value and optimal strategies of a constant-sum game. */
    ZERO_SUM,
    /** A correlated equilibrium that is best for the objective. */
    CORRELATED,
    /** A coarse correlated equilibrium that is best for the objective. */
    COARSE_CORRELATED,
    /** The logit quantal response equilibrium on the principal branch. */
    QUANTAL,
    /** What survives the iterated elimination of strictly dominated strategies. */
    DOMINANCE,
    /** The optimal strategy to commit to. */
    STACKELBERG;

    /**
     * Returns the word by which the command line knows the question.
     *
     * @return such as {@code all-nash}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a question by its word.
     *
     * @param word such as {@code all-nash}
     * @return the question
     * @throws IllegalArgumentException if there is none
     */
    public static Question of(String word) {
        return Arrays.stream(values())
                .filter(question -> question.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--solve must be one of "
                        + Arrays.stream(values()).map(Question::word).collect(Collectors.joining(", ")) + ", was "
                        + word));
    }
}
