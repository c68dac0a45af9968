// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hindsight.core.Bound;
import org.junit.jupiter.api.Test;

/** No bound without a proof note and a test: every {@code Owner.CONSTANT} is followed to both. */
class BoundsTest {
    private static final JavaClasses CLASSES = House.classes();
    private static final JavaClasses TESTS = House.testClasses();
    private static final Pattern CHECKED_BY = Pattern.compile("Checked by:(.*?)(?=\\R#|\\z)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`(\\w+)(?:\\.\\w+)?`");

    private static List<JavaField> bounds() {
        return CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Bound.class))
                .toList();
    }

    @Test
    void boundsAreConstantsOfWhatTheySpeakOf() {
        assertThat(bounds()).isNotEmpty();
        for (JavaField bound : bounds()) {
            assertThat(bound.getModifiers())
                    .as(bound.getFullName())
                    .contains(JavaModifier.PUBLIC, JavaModifier.STATIC, JavaModifier.FINAL);
        }
        // A bound that a method makes up could not be found by this check.
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("org.hindsight.core")
                .should()
                .haveRawReturnType(Bound.class)
                .check(CLASSES);
    }

    @Test
    void everyBoundHasANoteThatNamesATestOfIt() throws IOException {
        List<Path> notes;
        try (Stream<Path> files = Files.list(House.ROOT.resolve("proofs-notes"))) {
            notes = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        for (JavaField bound : bounds()) {
            String name = bound.getOwner().getSimpleName() + "." + bound.getName();
            boolean tested = false;
            boolean noted = false;
            for (Path note : notes) {
                String text = Files.readString(note);
                if (text.contains("`" + name + "`")) {
                    noted = true;
                    tested |= testsNamedIn(text).anyMatch(test -> reads(test, bound));
                }
            }
            assertThat(noted)
                    .as("a note in proofs-notes mentions `" + name + "`")
                    .isTrue();
            assertThat(tested)
                    .as("the note on " + name + " names, after \"Checked by:\", a test class that reads it")
                    .isTrue();
        }
    }

    @Test
    void everyTestThatANoteNamesExists() throws IOException {
        try (Stream<Path> files = Files.list(House.ROOT.resolve("proofs-notes"))) {
            for (Path note :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                assertThat(testsNamedIn(Files.readString(note)))
                        .as("tests named in " + note.getFileName() + " after \"Checked by:\"")
                        .isNotEmpty()
                        .allSatisfy(test -> assertThat(TESTS)
                                .anyMatch(type -> type.getSimpleName().equals(test)));
            }
        }
    }

    private static Stream<String> testsNamedIn(String note) {
        return CHECKED_BY
                .matcher(note)
                .results()
                .flatMap(checked -> CODE.matcher(checked.group(1)).results())
                .map((MatchResult code) -> code.group(1))
                .filter(word -> word.endsWith("Test") || word.endsWith("Properties"));
    }

    private static boolean reads(String test, JavaField bound) {
        return TESTS.stream()
                .filter(type -> topLevel(type).getSimpleName().equals(test))
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .anyMatch(access -> access.getTarget().getFullName().equals(bound.getFullName()));
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(BoundsTest::topLevel).orElse(type);
    }
}
