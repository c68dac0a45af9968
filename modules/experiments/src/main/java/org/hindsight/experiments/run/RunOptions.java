// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import java.nio.file.Path;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.experiments.Scale;

/**
 * How an experiment is run.
 *
 * @param scale how large
 * @param seed the experiment seed; together with the experiment's id it determines every number
 * @param output the directory for the outputs
 * @param threads the number of worker threads, at least 1; it does not influence the numbers
 * @param resume whether to use the finished cells of an earlier run with the same options
 */
public record RunOptions(Scale scale, long seed, Path output, int threads, boolean resume) {
    /**
     * Creates options.
     *
     * @param scale how large
     * @param seed the experiment seed
     * @param output the directory for the outputs
     * @param threads the number of worker threads, at least 1
     * @param resume whether to use finished cells
     */
    public RunOptions {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(output, "output");
        Checks.atLeast(threads, 1, "threads");
    }
}
