// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The whole checkout as the checks of this package see it: this module is built last, so all classes are there. */
final class House {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private House() {}

    /** The production classes of every module. */
    static JavaClasses classes() {
        return new ClassFileImporter().importPaths(outputs("classes"));
    }

    /** The test classes of every module. */
    static JavaClasses testClasses() {
        return new ClassFileImporter().importPaths(outputs("test-classes"));
    }

    private static List<Path> outputs(String kind) {
        return modules().stream()
                .map(module -> module.resolve("target").resolve(kind))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The directories of the modules. */
    static List<Path> modules() {
        try (Stream<Path> places = Files.list(ROOT.resolve("modules"))) {
            return places.filter(place -> Files.exists(place.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
