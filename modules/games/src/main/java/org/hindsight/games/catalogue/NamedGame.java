// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.catalogue;

import java.util.Objects;
import org.hindsight.core.Source;
import org.hindsight.games.NormalFormGame;

/**
 * A game of the catalogue.
 *
 * @param key a short name without spaces, unique in the catalogue
 * @param game the game, with the names of its players and actions
 * @param source where the game, or the family that it is taken from, was published
 */
public record NamedGame(String key, NormalFormGame game, Source source) {
    /**
     * Creates an entry.
     *
     * @param key not null
     * @param game not null
     * @param source not null
     */
    public NamedGame {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(source, "source");
    }
}
