// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.metagame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Checks;

/**
 * Two menus of algorithms and what each pair of choices brings on average.
 *
 * <p>Equilibria are relative to the menus: an algorithm that is not on a menu is no deviation. Immutable.
 */
public final class MetaGame {
    private final List<String> leaderMenu;
    private final List<String> followerMenu;
    private final double[][] leader;
    private final double[][] follower;

    private MetaGame(List<String> leaderMenu, List<String> followerMenu, double[][] leader, double[][] follower) {
        this.leaderMenu = leaderMenu;
        this.followerMenu = followerMenu;
        this.leader = leader;
        this.follower = follower;
    }

    /** What a pair of algorithms brings, exactly or by simulation. */
    @FunctionalInterface
    public interface Payoffs {
        /**
         * Evaluates a pair of algorithms.
         *
         * @param leaderChoice the place on the leader's menu
         * @param followerChoice the place on the follower's menu
         * @return the long-run averages, leader first
         */
        double[] of(int leaderChoice, int followerChoice);
    }

    /**
     * A pair of choices.
     *
     * @param leaderChoice the place on the leader's menu
     * @param followerChoice the place on the follower's menu
     * @param regret the most that a player could gain by another algorithm of its menu, at least 0
     */
    public record Equilibrium(int leaderChoice, int followerChoice, double regret) {}

    /**
     * Evaluates all pairs.
     *
     * @param leaderMenu the names of the leader's algorithms, distinct, at least one
     * @param followerMenu the names of the follower's algorithms, distinct, at least one
     * @param payoffs evaluates a pair; called once for each
     * @return the game
     */
    public static MetaGame of(List<String> leaderMenu, List<String> followerMenu, Payoffs payoffs) {
        checkMenu(leaderMenu, "leaderMenu");
        checkMenu(followerMenu, "followerMenu");
        double[][] leader = new double[leaderMenu.size()][followerMenu.size()];
        double[][] follower = new double[leaderMenu.size()][followerMenu.size()];
        for (int i = 0; i < leader.length; i++) {
            for (int j = 0; j < followerMenu.size(); j++) {
                double[] pair = payoffs.of(i, j);
                Checks.length(pair.length, 2, "payoffs(" + i + ", " + j + ")");
                leader[i][j] = Checks.finite(pair[0], "leader payoff(" + i + ", " + j + ")");
                follower[i][j] = Checks.finite(pair[1], "follower payoff(" + i + ", " + j + ")");
            }
        }
        return new MetaGame(List.copyOf(leaderMenu), List.copyOf(followerMenu), leader, follower);
    }

    private static void checkMenu(List<String> menu, String name) {
        Checks.atLeast(menu.size(), 1, name + ".size()");
        if (new HashSet<>(menu).size() < menu.size()) {
            throw new IllegalArgumentException(name + " must have distinct names, was " + menu);
        }
    }

    /**
     * Returns what the leader gets on average.
     *
     * @param leaderChoice the place on the leader's menu
     * @param followerChoice the place on the follower's menu
     * @return the payoff
     */
    public double leaderPayoff(int leaderChoice, int followerChoice) {
        return at(leader, leaderChoice, followerChoice);
    }

    /**
     * Returns what the follower gets on average.
     *
     * @param leaderChoice the place on the leader's menu
     * @param followerChoice the place on the follower's menu
     * @return the payoff
     */
    public double followerPayoff(int leaderChoice, int followerChoice) {
        return at(follower, leaderChoice, followerChoice);
    }

    private double at(double[][] payoffs, int leaderChoice, int followerChoice) {
        Checks.index(leaderChoice, leaderMenu.size(), "leaderChoice");
        return payoffs[leaderChoice][Checks.index(followerChoice, followerMenu.size(), "followerChoice")];
    }

    /**
     * Returns the most that a player could gain by changing to another algorithm of its menu.
     *
     * @param leaderChoice the place on the leader's menu
     * @param followerChoice the place on the follower's menu
     * @return the gain, at least 0
     */
    public double regret(int leaderChoice, int followerChoice) {
        double gain = 0;
        double leaderNow = leaderPayoff(leaderChoice, followerChoice);
        double followerNow = followerPayoff(leaderChoice, followerChoice);
        for (double[] row : leader) {
            gain = Math.max(gain, row[followerChoice] - leaderNow);
        }
        for (double payoff : follower[leaderChoice]) {
            gain = Math.max(gain, payoff - followerNow);
        }
        return gain;
    }

    /**
     * Returns all pairs from which no player gains more than epsilon by changing algorithm.
     *
     * @param epsilon at least 0; at 0 these are the pure Nash equilibria
     * @return the pairs, in order of the leader's choice, then the follower's
     */
    public List<Equilibrium> equilibria(double epsilon) {
        Checks.nonNegative(epsilon, "epsilon");
        List<Equilibrium> found = new ArrayList<>();
        for (int i = 0; i < leaderMenu.size(); i++) {
            for (int j = 0; j < followerMenu.size(); j++) {
                double regret = regret(i, j);
                if (regret <= epsilon) {
                    found.add(new Equilibrium(i, j, regret));
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("followers ").append(followerMenu);
        for (int i = 0; i < leaderMenu.size(); i++) {
            text.append('\n').append(leaderMenu.get(i)).append(':');
            for (int j = 0; j < followerMenu.size(); j++) {
                text.append(String.format(Locale.ROOT, " (%.4f, %.4f)", leader[i][j], follower[i][j]));
            }
        }
        return text.toString();
    }
}
