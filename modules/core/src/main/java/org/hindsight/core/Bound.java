// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A theorem as code: a statement, its source, its assumptions, and the number it promises.
 *
 * <p>Bounds are public constants of the algorithm they speak of. Tests read the number from the same object that
 * figures draw as a dashed line. Each bound has a note in {@code proofs-notes} and a test; the build checks that.
 *
 * <pre>{@code
 * double regret = Ucb1.REGRET.at(StochasticBandit.of(10_000, 0.5, 0.4));
 * }</pre>
 *
 * @param <P> what the number depends on: the instance, the horizon, the failure probability
 */
public final class Bound<P> {
    private final String statement;
    private final Source source;
    private final List<String> assumptions;
    private final Guarantee guarantee;
    private final Provenance provenance;
    private final ToDoubleFunction<P> value;

    private Bound(Statement<P> draft, ToDoubleFunction<P> value) {
        this.statement = draft.statement;
        this.source = Objects.requireNonNull(draft.source, "source");
        this.assumptions = List.copyOf(draft.assumptions);
        this.guarantee = Objects.requireNonNull(draft.guarantee, "guarantee");
        this.provenance = Objects.requireNonNull(draft.provenance, "provenance");
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * Begins a bound with its statement.
     *
     * @param <P> what the number depends on
     * @param statement one sentence, with the formula
     * @return a draft that still needs a source, a guarantee and a value
     */
    public static <P> Statement<P> stating(String statement) {
        return new Statement<>(statement);
    }

    /**
     * Returns the promised number.
     *
     * @param parameters the instance
     * @return a number of at least zero, or positive infinity where the theorem promises nothing
     * @throws IllegalStateException if the formula yields NaN or a negative number, which is a defect of the bound
     */
    public double at(P parameters) {
        double result = value.applyAsDouble(Objects.requireNonNull(parameters, "parameters"));
        if (!(result >= 0)) {
            throw new IllegalStateException("bound of " + source + " gave " + result + " at " + parameters);
        }
        return result;
    }

    /**
     * Returns the theorem in one sentence.
     *
     * @return the statement
     */
    public String statement() {
        return statement;
    }

    /**
     * Returns where the theorem was published.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    /**
     * Returns what must hold for the theorem to apply.
     *
     * @return the assumptions, one sentence each
     */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * Returns the sense in which the bound holds.
     *
     * @return the guarantee
     */
    public Guarantee guarantee() {
        return guarantee;
    }

    /**
     * Returns where the constants come from.
     *
     * @return the provenance
     */
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public String toString() {
        return statement + ", " + guarantee.phrase() + " [" + source + "; "
                + (provenance == Provenance.PUBLISHED ? "constants as published" : "constants derived here") + "]";
    }

    /**
     * A bound in the making.
     *
     * @param <P> what the number depends on
     */
    public static final class Statement<P> {
        private final String statement;
        private final List<String> assumptions = new ArrayList<>();
        private @Nullable Source source;
        private @Nullable Guarantee guarantee;
        private @Nullable Provenance provenance;

        private Statement(String statement) {
            this.statement = Objects.requireNonNull(statement, "statement");
        }

        /**
         * Names a source that states these very constants.
         *
         * @param publication the source
         * @return this draft
         */
        public Statement<P> publishedBy(Source publication) {
            this.source = publication;
            this.provenance = Provenance.PUBLISHED;
            return this;
        }

        /**
         * Names a source whose result the proof note turns into these constants.
         *
         * @param publication the source
         * @return this draft
         */
        public Statement<P> derivedFrom(Source publication) {
            this.source = publication;
            this.provenance = Provenance.DERIVED;
            return this;
        }

        /**
         * Adds an assumption.
         *
         * @param assumption one sentence
         * @return this draft
         */
        public Statement<P> assuming(String assumption) {
            assumptions.add(Objects.requireNonNull(assumption, "assumption"));
            return this;
        }

        /**
         * Says in which sense the bound holds.
         *
         * @param sense the guarantee
         * @return this draft
         */
        public Statement<P> holding(Guarantee sense) {
            this.guarantee = sense;
            return this;
        }

        /**
         * Completes the bound with its formula.
         *
         * @param value the promised number: at least zero, positive infinity where nothing is promised
         * @return the bound
         */
        public Bound<P> equalTo(ToDoubleFunction<P> value) {
            return new Bound<>(this, value);
        }
    }
}
