// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hindsight.experiments.Coins;
import org.hindsight.experiments.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in mid-run, as {@code kill -9} would, and goes on. */
class KillAndResumeTest {
    private static final Coins SLOW = new Coins("slow-coins", 96, 8, true);
    private static final int CELLS = 24;

    @TempDir
    private Path directory;

    /** The process that is killed. */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]), true);
    }

    private static Run.Result run(Path directory, boolean resume) {
        RunOptions options = new RunOptions(Scale.QUICK, 5, directory, 2, resume);
        try (OutputDirectory output = OutputDirectory.lock(directory)) {
            return Run.of(SLOW, options, output, Progress.SILENT);
        }
    }

    @Test
    void losesNothingThatHadFinished() throws IOException, InterruptedException {
        Path killed = directory.resolve("killed");
        int before = 0;
        for (int wanted = 5; wanted < 20; wanted += 7) {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KillAndResumeTest.class.getName(),
                            killed.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (finished(killed) < wanted && process.isAlive()) {
                Thread.sleep(5);
            }
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            int after = finished(killed);
            assertThat(after).isGreaterThan(before).isLessThan(CELLS);
            before = after;
        }
        Run.Result resumed = run(killed, true);
        assertThat(resumed.resumed()).isGreaterThanOrEqualTo(before - resumed.damaged());
        run(directory.resolve("whole"), false);
        assertThat(Files.readAllBytes(killed.resolve("slow-coins.csv")))
                .isEqualTo(Files.readAllBytes(directory.resolve("whole/slow-coins.csv")));
    }

    /** The number of lines in the checkpoint that hold cells. */
    private static int finished(Path directory) throws IOException {
        Path checkpoint = directory.resolve("slow-coins.checkpoint");
        if (!Files.exists(checkpoint)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(checkpoint);
        return (int) lines.stream()
                .dropWhile(line -> !line.startsWith("code "))
                .skip(1)
                .count();
    }
}
