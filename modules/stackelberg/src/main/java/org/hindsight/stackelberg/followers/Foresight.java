// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.stackelberg.StackelbergGame;

/** What the two simulators of a follower who looks ahead share: weights of rounds, how far to look, and when two plans count as equal. */
final class Foresight {
    /** The longest horizon: the weights of all rounds are kept in memory. */
    static final long LONGEST = 50_000_000;

    /** A plan is better than another if it is by this part of the range of payoffs, times the total weight of the rounds. */
    private static final double INDIFFERENCE = 1e-12;

    /** Rounds whose weights sum to less than this cannot decide between plans. */
    private static final double NEGLIGIBLE = 1e-16;

    final StackelbergGame game;
    final Discounting discounting;
    final long horizon;
    final int steps;
    final long cutoff;

    private final double[] weights;
    /** The weight of the first d rounds together. */
    private final double[] totals;

    private final int relevant;

    private Foresight(
            StackelbergGame game,
            Discounting discounting,
            long horizon,
            int steps,
            long cutoff,
            double[] weights,
            double[] totals,
            int relevant) {
        this.game = game;
        this.discounting = discounting;
        this.horizon = horizon;
        this.steps = steps;
        this.cutoff = cutoff;
        this.weights = weights;
        this.totals = totals;
        this.relevant = relevant;
    }

    static Foresight of(StackelbergGame game, Discounting discounting, long horizon) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(discounting, "discounting");
        if (!(horizon >= 1 && horizon <= LONGEST)) {
            throw new IllegalArgumentException("horizon must lie in 1.." + LONGEST + ", was " + horizon);
        }
        double[] weights = new double[(int) horizon];
        double[] totals = new double[weights.length + 1];
        CompensatedSum total = new CompensatedSum();
        for (int d = 0; d < weights.length; d++) {
            weights[d] = discounting.weight(d);
            total.add(weights[d]);
            totals[d + 1] = total.value();
        }
        int relevant = weights.length;
        double left = 0;
        while (relevant > 1 && left + weights[relevant - 1] < NEGLIGIBLE) {
            left += weights[relevant - 1];
            relevant--;
        }
        return new Foresight(game, discounting, horizon, 1, Long.MAX_VALUE, weights, totals, relevant);
    }

    Foresight withSteps(int lookAhead) {
        return new Foresight(
                game,
                discounting,
                horizon,
                Checks.atLeast(lookAhead, 0, "lookAhead"),
                cutoff,
                weights,
                totals,
                relevant);
    }

    Foresight withCutoff(long rounds) {
        return new Foresight(
                game, discounting, horizon, steps, Checks.atLeast(rounds, 1L, "rounds"), weights, totals, relevant);
    }

    /** How many rounds are looked at in a round, this one included. */
    int rounds(long round) {
        return (int) Math.max(1, Math.min(horizon - round, cutoff));
    }

    /** How many of them can decide between plans. */
    int decisive(int rounds) {
        return Math.min(rounds, relevant);
    }

    /** By how much a plan for so many rounds must be better than another. */
    double indifference(int rounds) {
        return INDIFFERENCE * game.followerRange() * totals[rounds];
    }

    double weight(int round) {
        return weights[round];
    }

    /** The weight of the rounds from {@code from} to {@code to - 1}. */
    double weight(int from, int to) {
        return to - from == 1 ? weights[from] : totals[to] - totals[from];
    }

    /** Fills in the payoffs and returns the best response, lowest index on exact ties. */
    int best(double[] commitment, double[] payoffs) {
        game.followerPayoffs(commitment, payoffs);
        int best = 0;
        for (int response = 1; response < payoffs.length; response++) {
            if (payoffs[response] > payoffs[best]) {
                best = response;
            }
        }
        return best;
    }
}
