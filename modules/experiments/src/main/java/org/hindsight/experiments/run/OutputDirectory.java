// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A directory that one run writes to at a time, each file appearing whole or not at all.
 *
 * <p>The lock is the operating system's, so it goes with a killed process.
 */
public final class OutputDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private OutputDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the directory if it is missing, and locks it.
     *
     * @param path the directory
     * @return the locked directory, to be closed
     * @throws RunException if it cannot be created or written to, or if another run holds it
     */
    public static OutputDirectory lock(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new RunException(path + ": another run is writing to this directory", null);
            }
            return new OutputDirectory(path, channel);
        } catch (IOException e) {
            throw new RunException(path + ": cannot write to this directory (" + reason(e) + ")", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Returns a file's place.
     *
     * @param name the file's name
     * @return its path in this directory
     */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * Writes a file: to a temporary name first, then moved into place.
     *
     * @param name the file's name
     * @param content its bytes
     * @throws RunException if that fails; a file of that name is then as it was
     */
    public void write(String name, byte[] content) {
        Path temporary = path.resolve("." + name + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(
                    temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RunException(path.resolve(name) + ": cannot be written (" + reason(e) + ")", e);
        }
    }

    /**
     * Writes a text file in UTF-8.
     *
     * @param name the file's name
     * @param content its text
     */
    public void write(String name, String content) {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new RunException(path + ": cannot be released (" + reason(e) + ")", e);
        }
    }
}
