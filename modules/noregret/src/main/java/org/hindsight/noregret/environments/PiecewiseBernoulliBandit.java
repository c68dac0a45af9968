// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.BernoulliBandit;

/**
 * Bernoulli arms whose means change abruptly at given rounds and stay as they are in between.
 *
 * <p>After A. Garivier and E. Moulines (2011). Regret is charged by the means, so {@link
 * org.hindsight.noregret.regret.DynamicRegret} of a play is its dynamic pseudo-regret. Mutable (it counts rounds), not
 * thread-safe.
 */
public final class PiecewiseBernoulliBandit implements AdversarialBandit {
    private final List<BernoulliBandit> pieces;
    private final List<Long> starts;
    private int piece;
    private long round;

    private PiecewiseBernoulliBandit(List<BernoulliBandit> pieces, List<Long> starts) {
        this.pieces = pieces;
        this.starts = starts;
    }

    /**
     * Creates the environment with the means it has from round 0 on.
     *
     * @param means the mean of each arm, in [0, 1]; at least one; copied
     * @return the environment
     */
    public static PiecewiseBernoulliBandit startingWith(double... means) {
        return new PiecewiseBernoulliBandit(List.of(BernoulliBandit.of(means)), List.of(0L));
    }

    /**
     * Returns this environment, at its first round, with one more change.
     *
     * @param start the first round with the new means, from 0, later than every change so far
     * @param means the mean of each arm from then on, in [0, 1]; copied
     * @return the environment
     */
    public PiecewiseBernoulliBandit changingAt(long start, double... means) {
        Checks.atLeast(start, starts.get(starts.size() - 1) + 1, "start");
        Checks.length(means.length, arms(), "means");
        List<BernoulliBandit> morePieces = new ArrayList<>(pieces);
        morePieces.add(BernoulliBandit.of(means));
        List<Long> moreStarts = new ArrayList<>(starts);
        moreStarts.add(start);
        return new PiecewiseBernoulliBandit(List.copyOf(morePieces), List.copyOf(moreStarts));
    }

    @Override
    public int arms() {
        return pieces.get(0).arms();
    }

    @Override
    public double reward(int arm, RandomGenerator random) {
        Checks.index(arm, arms(), "arm");
        while (piece + 1 < starts.size() && starts.get(piece + 1) <= round) {
            piece++;
        }
        round++;
        return pieces.get(piece).reward(arm, random);
    }

    @Override
    public void lossesOfLastRound(double[] out) {
        Checks.length(out.length, arms(), "out");
        if (round == 0) {
            throw new IllegalStateException("no round has been played");
        }
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = 1 - pieces.get(piece).mean(arm);
        }
    }

    @Override
    public void reset() {
        piece = 0;
        round = 0;
    }
}
