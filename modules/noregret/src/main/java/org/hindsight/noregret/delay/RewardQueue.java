// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.Arrays;

/** Rewards in order of arrival: a ring that allocates only when it holds more than ever before. */
final class RewardQueue {
    private double[] ring;
    private int head;
    private int size;

    RewardQueue() {
        this.ring = new double[16];
    }

    RewardQueue(RewardQueue other) {
        this.ring = other.ring.clone();
        this.head = other.head;
        this.size = other.size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(double reward) {
        if (size == ring.length) {
            double[] wider = Arrays.copyOf(ring, Math.multiplyExact(2, size));
            // The part before the head goes behind the part from the head on.
            System.arraycopy(ring, 0, wider, size, head);
            ring = wider;
        }
        ring[(head + size) % ring.length] = reward;
        size++;
    }

    double remove() {
        double reward = ring[head];
        head = (head + 1) % ring.length;
        size--;
        return reward;
    }

    void clear() {
        head = 0;
        size = 0;
    }
}
