// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;

/**
 * A deviation that an equilibrium must make unprofitable: player plays {@code to} whenever told {@code from}.
 *
 * @param player who deviates
 * @param from the recommendation, or {@link #ANY}
 * @param to the action played instead
 */
record Deviation(int player, int from, int to) {
    static final int ANY = -1;

    /** All deviations of a notion, in increasing order of player, from, to. */
    static List<Deviation> all(GameForm form, CorrelatedNotion notion) {
        List<Deviation> all = new ArrayList<>();
        for (int i = 0; i < form.players(); i++) {
            int n = form.actions(i);
            if (notion == CorrelatedNotion.COARSE_CORRELATED) {
                for (int k = 0; n > 1 && k < n; k++) {
                    all.add(new Deviation(i, ANY, k));
                }
            } else {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        if (j != k) {
                            all.add(new Deviation(i, j, k));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** How many there are. */
    static long count(GameForm form, CorrelatedNotion notion) {
        long count = 0;
        for (int i = 0; i < form.players(); i++) {
            long n = form.actions(i);
            count += notion == CorrelatedNotion.COARSE_CORRELATED ? (n > 1 ? n : 0) : n * (n - 1);
        }
        return count;
    }

    /** Whether the player would do something else at the profile. */
    boolean appliesAt(GameForm form, int profileIndex) {
        int own = form.action(profileIndex, player);
        return own != to && (from == ANY || from == own);
    }

    /** The profile in which the player has deviated. */
    int deviated(GameForm form, int profileIndex) {
        return profileIndex + (to - form.action(profileIndex, player)) * form.stride(player);
    }
}
