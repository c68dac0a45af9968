// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

/** A binary heap of integers, the smallest on top. */
final class RankHeap {
    private final int[] heap;
    private int size;

    RankHeap(int capacity) {
        heap = new int[capacity];
    }

    int top() {
        return heap[0];
    }

    void push(int rank) {
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > rank) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = rank;
    }

    void pop() {
        int moved = heap[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= moved) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
    }
}
