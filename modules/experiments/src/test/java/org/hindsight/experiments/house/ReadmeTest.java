// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the documents compile, run, and print what the documents say they print. */
class ReadmeTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```java\\R(.*?public class (\\w+) .*?)```.*?```text\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/no-regret.md", "docs/games.md", "docs/stackelberg.md"})
    void printsWhatItSays(String document) throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(House.ROOT.resolve(document)));
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(directory.resolve(example.group(2) + ".java"), example.group(1));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        errors,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(output(example.group(2))).isEqualToNormalizingNewlines(example.group(3));
    }

    private String output(String className) throws Exception {
        PrintStream standard = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            loader.loadClass(className).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(standard);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        for (String name : new String[] {
            "README.md",
            "CONTRIBUTING.md",
            "benchmarks/README.md",
            "docs/no-regret.md",
            "docs/games.md",
            "docs/stackelberg.md"
        }) {
            Path file = House.ROOT.resolve(name);
            try (Stream<String> links =
                    LINK.matcher(Files.readString(file)).results().map(link -> link.group(1))) {
                assertThat(links.filter(link -> !link.startsWith("http")))
                        .as("links of " + name)
                        .allSatisfy(
                                link -> assertThat(file.resolveSibling(link)).exists());
            }
        }
    }
}
