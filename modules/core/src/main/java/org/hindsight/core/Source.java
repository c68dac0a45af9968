// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

import java.util.Objects;

/**
 * Where a statement was published.
 *
 * @param authors surnames, as a reader would cite them
 * @param year the year of publication
 * @param place the theorem, lemma or section, for example {@code "Theorem 1"}
 * @param identifier where to find it, for example {@code "arXiv:1808.08460"} or {@code "doi:10.1023/A:1013689704352"}
 */
public record Source(String authors, int year, String place, String identifier) {
    /**
     * Creates a source.
     *
     * @param authors not null
     * @param year at least 1700
     * @param place not null
     * @param identifier not null
     */
    public Source {
        Objects.requireNonNull(authors, "authors");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(identifier, "identifier");
        Checks.atLeast(year, 1700, "year");
    }

    @Override
    public String toString() {
        return authors + " (" + year + "), " + place + ", " + identifier;
    }
}
