// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.Arrays;

/**
 * Rewards on their way: a binary heap by the round of arrival, those of one round by the round of the pull.
 *
 * <p>Allocates only when it holds more than ever before.
 */
final class PendingRewards {
    private long[] arrivals = new long[16];
    private long[] rounds = new long[16];
    private int[] arms = new int[16];
    private double[] rewards = new double[16];
    private int size;

    boolean hasArrivedBy(long round) {
        return size > 0 && arrivals[0] <= round;
    }

    long firstRound() {
        return rounds[0];
    }

    int firstArm() {
        return arms[0];
    }

    double firstReward() {
        return rewards[0];
    }

    void add(long arrival, long round, int arm, double reward) {
        if (size == arrivals.length) {
            int wider = Math.multiplyExact(2, size);
            arrivals = Arrays.copyOf(arrivals, wider);
            rounds = Arrays.copyOf(rounds, wider);
            arms = Arrays.copyOf(arms, wider);
            rewards = Arrays.copyOf(rewards, wider);
        }
        int hole = size++;
        while (hole > 0 && isBefore(arrival, round, (hole - 1) / 2)) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, arrival, round, arm, reward);
    }

    void removeFirst() {
        size--;
        long arrival = arrivals[size];
        long round = rounds[size];
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && isBefore(arrivals[child + 1], rounds[child + 1], child)) {
                child++;
            }
            if (isBefore(arrival, round, child)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, arrival, round, arms[size], rewards[size]);
    }

    private boolean isBefore(long arrival, long round, int at) {
        return arrival < arrivals[at] || (arrival == arrivals[at] && round < rounds[at]);
    }

    private void move(int from, int to) {
        put(to, arrivals[from], rounds[from], arms[from], rewards[from]);
    }

    private void put(int at, long arrival, long round, int arm, double reward) {
        arrivals[at] = arrival;
        rounds[at] = round;
        arms[at] = arm;
        rewards[at] = reward;
    }
}
