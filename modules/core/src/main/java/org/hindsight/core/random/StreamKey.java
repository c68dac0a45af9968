// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * The name of a random stream: experiment seed, experiment, parameter point and replicate.
 *
 * <p>The stream is a pure function of its key, so a replicate draws the same numbers on one thread, on many, on another
 * machine and after a resume. The generator's 256 bits of state are the SHA-256 of the key's {@linkplain #text() text},
 * read as four big-endian words; anyone can recompute them with a command-line tool. One stream costs about a
 * microsecond.
 *
 * @param seed the experiment's seed
 * @param experiment the experiment's name
 * @param point the parameter point, in the experiment's own canonical spelling
 * @param replicate the replicate's number, from 0
 */
public record StreamKey(long seed, String experiment, String point, long replicate) {
    /**
     * Creates a key.
     *
     * @param seed any number
     * @param experiment not null; well-formed, so that distinct names have distinct bytes in UTF-8
     * @param point not null; well-formed
     * @param replicate at least 0
     */
    public StreamKey {
        checkWellFormed(experiment, "experiment");
        checkWellFormed(point, "point");
        Checks.atLeast(replicate, 0, "replicate");
    }

    /**
     * Returns the text that is hashed: {@code hindsight-stream-1 SEED LENGTH:EXPERIMENT LENGTH:POINT REPLICATE}, numbers
     * in decimal, lengths in bytes of UTF-8. The lengths make distinct keys have distinct texts.
     *
     * @return the text
     */
    public String text() {
        return "hindsight-stream-1 " + seed + " " + counted(experiment) + " " + counted(point) + " " + replicate;
    }

    /**
     * Opens the stream at its beginning.
     *
     * @return a new generator
     */
    public Xoshiro256PlusPlus open() {
        ByteBuffer digest = ByteBuffer.wrap(sha256(text()));
        return Xoshiro256PlusPlus.ofState(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }

    /** UTF-8 has no bytes for half a surrogate pair; the encoder would put a question mark and two keys could meet. */
    private static void checkWellFormed(String part, String name) {
        Objects.requireNonNull(part, name);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(part)) {
            throw new IllegalArgumentException(name + " must have no unpaired surrogates, was " + part);
        }
    }

    private static String counted(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length + ":" + part;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }
}
