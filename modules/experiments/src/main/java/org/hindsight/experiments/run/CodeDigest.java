// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A fingerprint of code, so that a resumed run never mixes cells computed by different programs.
 *
 * <p>SHA-256 over the contents of the class path, and of wherever the experiment's class came from.
 */
final class CodeDigest {
    private CodeDigest() {}

    static String of(Class<?> experiment) {
        TreeSet<Path> places = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            places.add(Path.of(entry));
        }
        CodeSource source = experiment.getProtectionDomain().getCodeSource();
        if (source != null) {
            try {
                places.add(Path.of(source.getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException("class path entry is not a file: " + source.getLocation(), e);
            }
        }
        // Contents are sorted by their own digests, so that moving the checkout changes nothing.
        TreeSet<String> contents = new TreeSet<>();
        try {
            for (Path place : places) {
                for (Path file : files(place)) {
                    contents.add(sha256(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(String.join(" ", contents).getBytes(StandardCharsets.US_ASCII));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(place)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }
}
