// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.StackelbergGame;
import org.hindsight.stackelberg.queries.SteadyLeader;

/**
 * The follower of {@link LookAheadFollower}, simulated block by block where the leader is a {@link SteadyLeader}.
 *
 * <p>An answer to which the leader does not listen has no consequences, so there the best response is optimal without any simulation. Where
 * the leader listens, the commitment and the best response stay the same through a block, and its weights are summed beforehand; after the
 * search is over the block is all the rest. Rounds whose weight is below 1e-16 in sum are left out, and so is the rest of a simulation that
 * cannot become as good as answering honestly now. The choices are those of the simulation round by round, up to plans whose payoffs differ by about 1e-12 of the largest possible; against a leader who is not
 * steady the simulation is round by round too.
 *
 * <p>Against a search of Q queries in batches all decisions together cost O(Q^2 n^2) for L = 1, whatever the number of rounds, beside O(n) a
 * round. Mutable, not thread-safe; rounds to which the leader listens fork it and allocate.
 */
public final class FastLookAheadFollower implements Follower {
    private final Foresight foresight;
    private final double[] payoffs;
    private final double[] commitment;
    private long round;

    private FastLookAheadFollower(Foresight foresight) {
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
    public static FastLookAheadFollower of(StackelbergGame game, Discounting discounting, long horizon) {
        return new FastLookAheadFollower(Foresight.of(game, discounting, horizon));
    }

    /**
     * Returns a follower who tries sequences of another length.
     *
     * @param lookAhead L, at least 0
     * @return a new follower
     */
    public FastLookAheadFollower withLookAhead(int lookAhead) {
        return new FastLookAheadFollower(foresight.withSteps(lookAhead));
    }

    /**
     * Returns a follower who simulates no further than a number of rounds.
     *
     * @param rounds the number of rounds, this one included, at least 1
     * @return a new follower
     */
    public FastLookAheadFollower withCutoff(long rounds) {
        return new FastLookAheadFollower(foresight.withCutoff(rounds));
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
        int rounds = foresight.rounds(round);
        double indifference = foresight.indifference(rounds);
        if (!isListening(leader)) {
            return firstBest(indifference);
        }
        double offset = payoffs[best];
        int decisive = foresight.decisive(rounds);
        // What the honest answer is worth; another that cannot reach it need not be simulated to the end.
        double honest = valueOf(best, leader.fork(), 0, decisive, offset, indifference, Double.NEGATIVE_INFINITY);
        double hopeless = honest - 4 * indifference;
        int chosen = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int response = 0; response < payoffs.length; response++) {
            double value = response == best
                    ? honest
                    : valueOf(response, leader.fork(), 0, decisive, offset, indifference, hopeless);
            if (chosen < 0 || value > most + indifference) {
                most = value;
                chosen = response;
            }
        }
        return chosen;
    }

    /** The response that a simulation would choose if there were no consequences. */
    private int firstBest(double indifference) {
        int chosen = 0;
        for (int response = 1; response < payoffs.length; response++) {
            if (payoffs[response] > payoffs[chosen] + indifference) {
                chosen = response;
            }
        }
        return chosen;
    }

    /**
     * The value, from round d on, of giving an answer to a leader who listens.
     *
     * @param hopeless if the value is at most this, some lower bound on it may be returned instead
     */
    private double valueOf(
            int response, Leader leader, int d, int rounds, double offset, double indifference, double hopeless) {
        leader.commitment(commitment);
        int best = foresight.best(commitment, payoffs);
        int end = endOfBlock(leader, d, rounds);
        double value = foresight.weight(d) * (payoffs[response] - offset);
        if (end > d + 1) {
            value += foresight.weight(d + 1, end) * (payoffs[best] - offset);
        }
        leader.observe(response);
        if (end > d + 1 && end < rounds) {
            ((SteadyLeader) leader).skip(end - d - 1L);
        }
        return value + valueFrom(leader, end, rounds, offset, indifference, hopeless - value);
    }

    /** The value from round d on: answers within the look-ahead are chosen, later ones are best responses. */
    private double valueFrom(Leader leader, int from, int rounds, double offset, double indifference, double hopeless) {
        double value = 0;
        int d = from;
        while (d < rounds) {
            if (value + foresight.weight(d, rounds) * foresight.game.followerRange() < hopeless) {
                return value - foresight.weight(d, rounds) * foresight.game.followerRange();
            }
            boolean listening = isListening(leader);
            if (listening && d < foresight.steps) {
                double most = Double.NEGATIVE_INFINITY;
                for (int response = 0; response < payoffs.length; response++) {
                    double other = valueOf(response, leader.fork(), d, rounds, offset, indifference, hopeless - value);
                    most = response == 0 || other > most + indifference ? other : most;
                }
                return value + most;
            }
            leader.commitment(commitment);
            int best = foresight.best(commitment, payoffs);
            int end = endOfBlock(leader, d, rounds);
            value += foresight.weight(d, end) * (payoffs[best] - offset);
            if (end < rounds) {
                pass(leader, best, end - d, listening);
            }
            d = end;
        }
        return value;
    }

    private static void pass(Leader leader, int response, int rounds, boolean listening) {
        if (leader instanceof SteadyLeader steady) {
            if (listening) {
                steady.observe(response);
                steady.skip(rounds - 1L);
            } else {
                steady.skip(rounds);
            }
        } else {
            leader.observe(response);
        }
    }

    private static boolean isListening(Leader leader) {
        return !(leader instanceof SteadyLeader steady) || steady.isListening();
    }

    private static int endOfBlock(Leader leader, int d, int rounds) {
        long length = leader instanceof SteadyLeader steady ? steady.steadyRounds() : 1;
        return (int) Math.min(rounds, length > rounds ? rounds : d + length);
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
    public FastLookAheadFollower fork() {
        FastLookAheadFollower copy = new FastLookAheadFollower(foresight);
        copy.round = round;
        return copy;
    }
}
