// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import java.util.List;
import org.hindsight.games.GameForm;

/**
 * What was found about a game.
 *
 * @param form the game's title, players and strategies
 * @param findings what was found, in the solver's order
 * @param method how
 * @param tolerance the regret, relative to the range of a player's payoffs, that was allowed; 0 if the answer is exact
 * @param remarks what the reader must know to take it for no more than it is; may be empty
 */
public record GameReport(GameForm form, List<Finding> findings, String method, double tolerance, List<String> remarks) {
    /**
     * Copies its lists.
     *
     * @param form the game's names
     * @param findings what was found
     * @param method how
     * @param tolerance at least 0
     * @param remarks may be empty
     */
    public GameReport {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** One answer. */
    public sealed interface Finding {}

    /**
     * A profile of mixed strategies.
     *
     * @param strategies the probability of each strategy of each player
     * @param payoffs the expected payoff of each player
     * @param regret the most that a player could gain by another strategy, in units of payoff
     */
    public record Profile(List<List<Quantity>> strategies, List<Quantity> payoffs, Quantity regret) implements Finding {
        /**
         * Copies its lists.
         *
         * @param strategies one list a player
         * @param payoffs one number a player
         * @param regret at least 0
         */
        public Profile {
            strategies = strategies.stream().map(List::copyOf).toList();
            payoffs = List.copyOf(payoffs);
        }
    }

    /**
     * A distribution over profiles of pure strategies.
     *
     * @param weights the profiles of positive probability
     * @param payoffs the expected payoff of each player
     * @param regret the most that a player could gain by the deviations that the notion allows, in units of payoff
     */
    public record Distribution(List<Weight> weights, List<Quantity> payoffs, Quantity regret) implements Finding {
        /**
         * Copies its lists.
         *
         * @param weights at least one
         * @param payoffs one number a player
         * @param regret at least 0
         */
        public Distribution {
            weights = List.copyOf(weights);
            payoffs = List.copyOf(payoffs);
        }
    }

    /**
     * A profile of pure strategies and its probability.
     *
     * @param profile a strategy of each player
     * @param probability positive
     */
    public record Weight(List<Integer> profile, Quantity probability) {
        /**
         * Copies its list.
         *
         * @param profile a strategy of each player
         * @param probability positive
         */
        public Weight {
            profile = List.copyOf(profile);
        }
    }

    /**
     * What a player should commit to.
     *
     * @param leader the player who commits, 0 or 1
     * @param value the leader's payoff, or the supremum of what the leader gets from a follower who breaks ties against her
     * @param strategy the probability of each of the leader's strategies, at the optimum or where the supremum is approached
     * @param response the other player's strategy
     * @param certificateGap how far the proof of optimality is from exact, relative to the payoff ranges
     */
    public record Commitment(int leader, Quantity value, List<Quantity> strategy, int response, Quantity certificateGap)
            implements Finding {
        /**
         * Copies its list.
         *
         * @param leader 0 or 1
         * @param value the leader's payoff
         * @param strategy one number a strategy
         * @param response the other player's strategy
         * @param certificateGap at least 0
         */
        public Commitment {
            strategy = List.copyOf(strategy);
        }
    }

    /**
     * The strategies that survive an elimination.
     *
     * @param strategies the surviving strategies of each player, increasing
     * @param log the eliminations in order, as sentences
     */
    public record Survivors(List<List<Integer>> strategies, List<String> log) implements Finding {
        /**
         * Copies its lists.
         *
         * @param strategies one list a player
         * @param log the eliminations in order
         */
        public Survivors {
            strategies = strategies.stream().map(List::copyOf).toList();
            log = List.copyOf(log);
        }
    }
}
