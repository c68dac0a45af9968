// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shell imports every package of algorithms that has something to import, and nothing that is not there. */
class ShellTest {
    @Test
    void importsThePackagesOfAlgorithms() throws IOException {
        Path startup =
                House.ROOT.resolve("modules/experiments/src/main/resources/org/hindsight/experiments/cli/shell.jsh");
        List<String> imported = Files.readAllLines(startup).stream()
                .map(line -> line.replace("import ", "").replace(".*", ""))
                .toList();
        TreeSet<String> packages = House.classes().stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).containsAll(imported);
        assertThat(imported)
                .containsAll(packages.stream()
                        .filter(name -> !name.startsWith("org.hindsight.experiments")
                                && !name.startsWith("org.hindsight.testkit"))
                        .toList());
    }
}
