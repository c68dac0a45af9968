// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * One run of one experiment: from its cells to its table and the verdicts on its claims.
 *
 * <p>The table depends on the experiment, the scale and the seed; not on the number of threads, the machine, or how
 * often the run was killed and resumed.
 */
public final class Run {
    private Run() {}

    /**
     * What came out of a run.
     *
     * @param table the results, as read back from the CSV file
     * @param verdicts what came of each claim, in the experiment's order
     * @param cells the number of cells
     * @param resumed how many of them an earlier run had finished
     * @param damaged how many lines of the checkpoint failed their checksum and were computed again
     */
    public record Result(Table table, List<Claim.Verdict> verdicts, int cells, int resumed, int damaged) {
        /**
         * Creates a result.
         *
         * @param table the results
         * @param verdicts what came of each claim
         * @param cells the number of cells
         * @param resumed how many an earlier run had finished
         * @param damaged how many lines of the checkpoint were unusable
         */
        public Result {
            verdicts = List.copyOf(verdicts);
        }

        /**
         * Returns whether every claim holds.
         *
         * @return false if one does not
         */
        public boolean allClaimsHold() {
            return verdicts.stream().allMatch(Claim.Verdict::holds);
        }
    }

    /**
     * Runs an experiment and writes {@code <id>.csv}.
     *
     * @param experiment the experiment
     * @param options how
     * @param output the locked output directory
     * @param progress is told how far it has come
     * @return the table and the verdicts
     * @throws RunException if files cannot be written, or if the checkpoint to resume belongs to another run
     */
    public static Result of(Experiment experiment, RunOptions options, OutputDirectory output, Progress progress) {
        Design design = experiment.design(options.scale());
        Workload workload = Workload.of(design, experiment.id(), options.seed());
        try (Checkpoint checkpoint = Checkpoint.open(
                output.resolve(experiment.id() + ".checkpoint"),
                identity(experiment, design, options),
                options.resume())) {
            int resumed = checkpoint.finished().size();
            progress.begin(experiment.id(), workload.cells(), resumed);
            List<double[]> results = compute(experiment.id(), workload, checkpoint, options.threads(), progress);
            String csv = workload.table(results).toCsv();
            output.write(experiment.id() + ".csv", csv);
            Table table = Table.parse(csv);
            List<Claim.Verdict> verdicts = experiment.claims().stream()
                    .map(claim -> claim.test().apply(table))
                    .toList();
            return new Result(table, verdicts, workload.cells(), resumed, checkpoint.damaged());
        } finally {
            progress.end();
        }
    }

    private static Map<String, String> identity(Experiment experiment, Design design, RunOptions options) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("experiment", experiment.id());
        identity.put("scale", options.scale().label());
        identity.put("seed", Long.toString(options.seed()));
        identity.put("columns", String.join(",", design.columns()));
        identity.put("code", CodeDigest.of(experiment.getClass()));
        return identity;
    }

    private static List<double[]> compute(
            String id, Workload workload, Checkpoint checkpoint, int threads, Progress progress) {
        int cells = workload.cells();
        List<double @Nullable []> results = new ArrayList<>(cells);
        for (int cell = 0; cell < cells; cell++) {
            results.add(checkpoint.finished().get(cell));
        }
        int resumed = checkpoint.finished().size();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger(resumed);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                for (int cell = next.getAndIncrement();
                        cell < cells && failure.get() == null;
                        cell = next.getAndIncrement()) {
                    if (results.get(cell) == null) {
                        double[] numbers = workload.compute(cell);
                        checkpoint.add(cell, numbers);
                        results.set(cell, numbers);
                        synchronized (progress) {
                            progress.update(finished.incrementAndGet());
                        }
                    }
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> team = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            team.add(new Thread(worker, id + "-" + i));
        }
        team.forEach(Thread::start);
        try {
            for (Thread thread : team) {
                thread.join();
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
            Thread.currentThread().interrupt();
            throw new RunException(id + ": interrupted; what had finished is kept for --resume", e);
        }
        Throwable thrown = failure.get();
        if (thrown instanceof RunException known) {
            throw known;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new RunException(id + ": " + thrown.getMessage(), thrown);
        }
        List<double[]> complete = new ArrayList<>(cells);
        for (double[] numbers : results) {
            if (numbers == null) {
                throw new IllegalStateException("a cell was left out");
            }
            complete.add(numbers);
        }
        return complete;
    }
}
