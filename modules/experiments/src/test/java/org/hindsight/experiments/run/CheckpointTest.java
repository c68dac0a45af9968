// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final Map<String, String> IDENTITY = Map.of("seed", "1");

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeThreeCells() {
        file = directory.resolve("x.checkpoint");
        try (Checkpoint checkpoint = Checkpoint.open(file, IDENTITY, false)) {
            checkpoint.add(0, new double[] {0.1, -0.0});
            checkpoint.add(7, new double[] {Double.MIN_VALUE, 1e300});
            checkpoint.add(3, new double[0]);
        }
    }

    @Test
    void returnsWhatWasAddedToTheLastBit() {
        try (Checkpoint checkpoint = Checkpoint.open(file, IDENTITY, true)) {
            assertThat(checkpoint.finished()).containsOnlyKeys(0, 3, 7);
            assertThat(checkpoint.finished().get(0)).containsExactly(0.1, -0.0);
            assertThat(checkpoint.finished().get(7)).containsExactly(Double.MIN_VALUE, 1e300);
            assertThat(checkpoint.finished().get(3)).isEmpty();
            assertThat(checkpoint.damaged()).isZero();
        }
    }

    @Test
    void startsAnewUnlessAskedToResume() {
        try (Checkpoint checkpoint = Checkpoint.open(file, IDENTITY, false)) {
            assertThat(checkpoint.finished()).isEmpty();
        }
    }

    @Test
    void losesOnlyTheLineThatAKillCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        String text = Files.readString(file);
        int header = text.indexOf("\n", text.indexOf("seed")) + 1;
        for (int length = header; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            long complete = text.substring(header, length)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            try (Checkpoint checkpoint = Checkpoint.open(file, IDENTITY, true)) {
                assertThat(checkpoint.finished()).hasSize((int) complete);
                checkpoint.add(9, new double[] {9});
            }
            try (Checkpoint checkpoint = Checkpoint.open(file, IDENTITY, true)) {
                assertThat(checkpoint.finished()).hasSize((int) complete + 1).containsKey(9);
                assertThat(checkpoint.damaged()).isZero();
            }
        }
    }

    @Test
    void dropsALineWithAFlippedBit() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        String text = Files.readString(file);
        int header = text.indexOf("\n", text.indexOf("seed")) + 1;
        for (int i = header; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            try (Checkpoint checkpoint = Checkpoint.open(file, IDENTITY, true)) {
                assertThat(checkpoint.finished().size()).isLessThan(3);
                assertThat(checkpoint.damaged()).isPositive();
                assertThat(checkpoint.finished().getOrDefault(0, new double[] {0.1, -0.0}))
                        .containsExactly(0.1, -0.0);
            }
        }
    }

    @Test
    void refusesCellsOfAnotherRun() {
        assertThatThrownBy(() -> Checkpoint.open(file, Map.of("seed", "2"), true))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("was written with \"seed 1\", this run has \"seed 2\"");
        assertThat(file).exists();
    }

    @Test
    void saysWhenTheDirectoryIsGone() {
        assertThatThrownBy(() -> Checkpoint.open(directory.resolve("no/x.checkpoint"), IDENTITY, false))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("cannot keep finished work");
    }
}
