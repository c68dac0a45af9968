// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import javax.tools.Tool;
import org.hindsight.experiments.run.RunException;
import picocli.CommandLine.Command;

/** {@code hindsight shell}: JShell with every module on its class path and the main packages imported. */
@Command(
        name = "shell",
        description = "Opens JShell with every module on the class path and the main packages imported.",
        mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Tool jshell = ServiceLoader.load(Tool.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(tool -> tool.name().equals("jshell"))
                .findFirst()
                .orElseThrow(() -> new RunException("this Java has no JShell; run it with a JDK", null));
        try {
            Path startup = Files.createTempFile("hindsight", ".jsh");
            try (InputStream imports = ShellCommand.class.getResourceAsStream("shell.jsh")) {
                if (imports == null) {
                    throw new IllegalStateException("resource shell.jsh is missing");
                }
                Files.write(startup, imports.readAllBytes());
            }
            try {
                return jshell.run(
                        System.in,
                        System.out,
                        System.err,
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        startup.toString(),
                        "--feedback",
                        "concise");
            } finally {
                Files.deleteIfExists(startup);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
