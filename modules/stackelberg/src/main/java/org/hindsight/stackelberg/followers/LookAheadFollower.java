// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.StackelbergGame;

/**
 * A discounting follower who knows the leader's algorithm and looks ahead by simulation.
 *
 * <p>In each round every sequence of L answers is tried on a fork of the leader. After them the simulated follower answers with best
 * responses, lowest index on exact ties, to the horizon or to a cutoff. The first answer of the best sequence is given; sequences
 * are compared in lexicographic order, and one replaces another if its discounted payoff is greater by more than 1e-12 of the largest
 * possible. Weights begin anew in every round. L = 0 is a myopic follower, L = 1 the default and the follower of the published experiments.
 *
 * <p>A round costs n^L simulations of all rounds that are left. {@link FastLookAheadFollower} makes the same choices in less time.
 * Mutable, not thread-safe; each round forks the leader and allocates.
 *
 * <p>Source: the experiments of N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), arXiv:2208.09407.
 */
public final class LookAheadFollower implements Follower {
    private final Foresight foresight;
    private final double[] payoffs;
    private final double[] commitment;
    private long round;

    private LookAheadFollower(Foresight foresight) {
        this.foresight = foresight;
        this.payoffs = new double[foresight.game.responses()];
        this.commitment = new double[foresight.game.dimension()];
    }

    /**
     * Creates a follower who looks one answer ahead, to the horizon.
     *
     * @param game the game
     * @param discounting the weights of later payoffs
     * @param horizon the number of rounds T of the whole play, in 1 .. 5e7
     * @return the follower
     */
    public static LookAheadFollower of(StackelbergGame game, Discounting discounting, long horizon) {
        return new LookAheadFollower(Foresight.of(game, discounting, horizon));
    }

    /**
     * Returns a follower who tries sequences of another length.
     *
     * @param lookAhead L, at least 0
     * @return a new follower
     */
    public LookAheadFollower withLookAhead(int lookAhead) {
        return new LookAheadFollower(foresight.withSteps(lookAhead));
    }

    /**
     * Returns a follower who simulates no further than a number of rounds.
     *
     * @param rounds the number of rounds, this one included, at least 1
     * @return a new follower
     */
    public LookAheadFollower withCutoff(long rounds) {
        return new LookAheadFollower(foresight.withCutoff(rounds));
    }

    @Override
    public int responses() {
        return payoffs.length;
    }

    @Override
    public int respond(double[] announced, Leader leader, RandomGenerator random) {
        Checks.length(announced.length, commitment.length, "announced");
        int best = foresight.best(announced, payoffs);
        if (foresight.steps == 0) {
            return best;
        }
        double offset = payoffs[best];
        int rounds = foresight.rounds(round);
        double indifference = foresight.indifference(rounds);
        int[] sequence = new int[Math.min(foresight.steps, rounds)];
        int chosen = -1;
        double most = Double.NEGATIVE_INFINITY;
        do {
            double value = simulate(leader.fork(), sequence, rounds, offset);
            if (chosen < 0 || value > most + indifference) {
                most = value;
                chosen = sequence[0];
            }
        } while (advance(sequence));
        return chosen;
    }

    private double simulate(Leader leader, int[] sequence, int rounds, double offset) {
        double value = 0;
        for (int d = 0; d < rounds; d++) {
            leader.commitment(commitment);
            int best = foresight.best(commitment, payoffs);
            int response = d < sequence.length ? sequence[d] : best;
            value += foresight.weight(d) * (payoffs[response] - offset);
            leader.observe(response);
        }
        return value;
    }

    private boolean advance(int[] sequence) {
        for (int at = sequence.length - 1; at >= 0; at--) {
            if (++sequence[at] < payoffs.length) {
                return true;
            }
            sequence[at] = 0;
        }
        return false;
    }

    @Override
    public void observe(double[] announced, int response) {
        round++;
    }

    @Override
    public void reset() {
        round = 0;
    }

    @Override
    public LookAheadFollower fork() {
        LookAheadFollower copy = new LookAheadFollower(foresight);
        copy.round = round;
        return copy;
    }
}
