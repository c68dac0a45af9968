// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;

/**
 * Asserts that code allocates nothing, by the JVM's own count of the bytes that this thread has allocated.
 *
 * <p>Warm-up, class loading and tools may allocate now and then, so the batch is repeated until one repetition allocates
 * nothing at all; code that allocates in every batch never succeeds. On a JVM without the count the test is skipped.
 */
final class Allocation {
    private static final int REPETITIONS = 60;

    private Allocation() {}

    static void none(String what, Runnable batch) {
        long least = leastBytes(batch);
        if (least > 0) {
            fail(what + " must allocate nothing; the least of " + REPETITIONS + " repetitions allocated " + least
                    + " bytes");
        }
    }

    private static long leastBytes(Runnable batch) {
        boolean counted = ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                && bean.isThreadAllocatedMemorySupported()
                && bean.isThreadAllocatedMemoryEnabled();
        assumeTrue(counted, "this JVM does not count allocated bytes");
        com.sun.management.ThreadMXBean count = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS && least > 0; i++) {
            long before = count.getCurrentThreadAllocatedBytes();
            batch.run();
            least = Math.min(least, count.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
