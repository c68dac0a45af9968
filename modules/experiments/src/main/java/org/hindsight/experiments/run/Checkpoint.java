// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The finished cells of a run, one line each, appended as they finish.
 *
 * <p>The first lines name what the cells belong to. A cell's line holds its index, the bits of its numbers and a
 * checksum; a line that a kill cut short, or that was damaged since, fails its checksum and its cell is computed again.
 */
final class Checkpoint implements AutoCloseable {
    private static final String MAGIC = "hindsight-checkpoint 1";

    private final Map<Integer, double[]> finished;
    private final int damaged;
    private final OutputStream appender;

    private Checkpoint(Map<Integer, double[]> finished, int damaged, OutputStream appender) {
        this.finished = finished;
        this.damaged = damaged;
        this.appender = appender;
    }

    /**
     * Opens a checkpoint for appending.
     *
     * @param identity what the cells belong to: names and values, on one line each
     * @param resume whether to keep the cells of an existing file; otherwise it is replaced
     * @throws RunException if the file exists, is to be resumed and belongs to something else
     */
    static Checkpoint open(Path file, Map<String, String> identity, boolean resume) {
        List<String> header = new ArrayList<>();
        header.add(MAGIC);
        identity.forEach((name, value) -> header.add(name + " " + value));
        try {
            Map<Integer, double[]> finished = new TreeMap<>();
            int damaged = 0;
            if (resume && Files.exists(file)) {
                List<String> lines = List.of(
                        Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1));
                if (lines.size() > header.size()) {
                    requireSame(file, header, lines);
                    // What follows the last line feed is a line that was cut short, or nothing.
                    for (String line : lines.subList(header.size(), lines.size() - 1)) {
                        if (!read(line, finished)) {
                            damaged++;
                        }
                    }
                    damaged += lines.get(lines.size() - 1).isEmpty() ? 0 : 1;
                }
            }
            StringBuilder clean = new StringBuilder(String.join("\n", header)).append('\n');
            finished.forEach((cell, numbers) -> clean.append(line(cell, numbers)));
            Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
            Files.writeString(temporary, clean, StandardCharsets.ISO_8859_1);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Checkpoint(finished, damaged, Files.newOutputStream(file, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new RunException(file + ": cannot keep finished work (" + OutputDirectory.reason(e) + ")", e);
        }
    }

    private static void requireSame(Path file, List<String> header, List<String> lines) {
        for (int i = 0; i < header.size(); i++) {
            if (!lines.get(i).equals(header.get(i))) {
                String difference = header.get(i).startsWith("code ")
                        ? "was written by a different build of the code"
                        : "was written with \"" + lines.get(i) + "\", this run has \"" + header.get(i) + "\"";
                throw new RunException(
                        file + ": " + difference + "; give the same options, another --out, or leave out --resume",
                        null);
            }
        }
    }

    /** The cells that need not be computed. */
    Map<Integer, double[]> finished() {
        return finished;
    }

    /** The number of lines that were dropped when the file was opened. */
    int damaged() {
        return damaged;
    }

    /** Appends a finished cell. */
    synchronized void add(int cell, double[] numbers) {
        try {
            appender.write(line(cell, numbers).getBytes(StandardCharsets.ISO_8859_1));
            appender.flush();
        } catch (IOException e) {
            throw new RunException("cannot keep finished work (" + OutputDirectory.reason(e) + ")", e);
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (IOException e) {
            throw new RunException("cannot keep finished work (" + OutputDirectory.reason(e) + ")", e);
        }
    }

    private static String line(int cell, double[] numbers) {
        StringBuilder body = new StringBuilder().append(cell);
        for (double number : numbers) {
            body.append(' ').append(Long.toHexString(Double.doubleToRawLongBits(number)));
        }
        return checksum(body) + " " + body + "\n";
    }

    private static boolean read(String line, Map<Integer, double[]> into) {
        int space = line.indexOf(' ');
        @Nullable String body = space < 0 ? null : line.substring(space + 1);
        if (body == null || !checksum(body).equals(line.substring(0, space))) {
            return false;
        }
        String[] words = body.split(" ", -1);
        double[] numbers = new double[words.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.longBitsToDouble(Long.parseUnsignedLong(words[i + 1], 16));
        }
        into.put(Integer.valueOf(words[0]), numbers);
        return true;
    }

    private static String checksum(CharSequence body) {
        CRC32 crc = new CRC32();
        crc.update(body.toString().getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(0x100000000L | crc.getValue()).substring(1);
    }
}
