// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hindsight.core.Bound;
import org.hindsight.core.Provenance;
import org.hindsight.core.learning.CostPerRound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The table of learners in the docs is what the code says: which learner for which information, at what cost, with which
 * bound from which source, tested by what.
 */
class LearnerTableTest {
    private static final JavaClasses CLASSES = House.classes();
    private static final JavaClasses TESTS = House.testClasses();

    /** What a round shows, by the interface of the learners that see it; the order of the table's parts. */
    private static final Map<String, String> INFORMATION = new LinkedHashMap<>();

    static {
        INFORMATION.put("org.hindsight.core.learning.FullInformationLearner", "Every action's loss");
        INFORMATION.put("org.hindsight.core.learning.BanditLearner", "The reward of the pulled arm");
        INFORMATION.put(
                "org.hindsight.core.learning.ProbabilisticFeedbackLearner", "The reward of the pulled arm, or nothing");
        INFORMATION.put("org.hindsight.noregret.linear.LinearBanditLearner", "The reward of the chosen feature vector");
        INFORMATION.put("org.hindsight.noregret.lipschitz.LipschitzBanditLearner", "The reward of the chosen point");
        INFORMATION.put("org.hindsight.noregret.delay.DelayedFullInformationLearner", "Every action's loss, later");
        INFORMATION.put("org.hindsight.noregret.delay.DelayedBanditLearner", "The reward of the pulled arm, later");
    }

    @Test
    void theTableInTheDocsIsMadeFromTheCode() throws IOException {
        String table = table();
        Path made = Path.of("target", "learners.md");
        Files.writeString(made, table);
        Path docs = House.ROOT.resolve("docs").resolve("learners.md");
        assertThat(Files.exists(docs) ? Files.readString(docs) : "")
                .as("docs/learners.md is out of date: replace it by modules/experiments/target/learners.md")
                .isEqualTo(table);
    }

    @Test
    void everyInterfaceOfLearnersIsInTheTable() {
        assertThat(CLASSES.stream()
                        .filter(type ->
                                type.isInterface() && type.getSimpleName().endsWith("Learner"))
                        .filter(type -> informationOf(type) == null)
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static @Nullable String informationOf(JavaClass type) {
        return INFORMATION.keySet().stream()
                .filter(name -> type.getName().equals(name)
                        || type.getAllRawInterfaces().stream()
                                .anyMatch(parent -> parent.getName().equals(name)))
                .findFirst()
                .orElse(null);
    }

    private static String table() {
        StringBuilder text = new StringBuilder(
                """
                # Learners

                Made from the code by `LearnerTableTest`; do not edit. K arms or actions, horizon T, gaps Delta, dimension d. The
                bound column names the constant to evaluate; "derived" means that the constants are proved in `proofs-notes/`,
                "published" that they are the source's.
                """);
        INFORMATION.forEach((name, words) -> appendPart(text, words, name));
        appendPart(text, "Every action's loss, and something more: a protocol of its own", null);
        return text.toString();
    }

    /** The learners of one interface, or those of none. */
    private static void appendPart(StringBuilder text, String words, @Nullable String name) {
        text.append("\n## ").append(words).append("\n\n");
        text.append("| learner | cost of a round | bound | holds | source | tested by |\n|---|---|---|---|---|---|\n");
        CLASSES.stream()
                .filter(type -> !type.isInterface() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getName().startsWith("org.hindsight.testkit."))
                .filter(type -> name != null || type.isAnnotatedWith(CostPerRound.class))
                .filter(type -> Objects.equals(informationOf(type), name))
                .sorted(Comparator.comparing(JavaClass::getName))
                .forEach(type -> rows(type).forEach(row -> text.append("| ")
                        .append(row.stream()
                                .map(cell -> cell.replace("|", "\\|"))
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n")));
    }

    private static List<List<String>> rows(JavaClass learner) {
        String name = "`" + learner.getName().replaceFirst("org.hindsight.(noregret.)?", "") + "`";
        assertThat(learner.isAnnotatedWith(CostPerRound.class))
                .as(learner.getName() + " says its cost per round")
                .isTrue();
        String cost = learner.getAnnotationOfType(CostPerRound.class).value();
        List<List<String>> rows = new ArrayList<>();
        for (JavaField field : learner.getFields().stream()
                .filter(field -> field.getRawType().isEquivalentTo(Bound.class))
                .sorted(Comparator.comparing(JavaField::getName))
                .toList()) {
            Bound<?> bound = value(field);
            String provenance = bound.provenance() == Provenance.PUBLISHED ? "published" : "derived";
            rows.add(List.of(
                    rows.isEmpty() ? name : "",
                    rows.isEmpty() ? cost : "",
                    "`" + field.getName() + "`: " + bound.statement(),
                    bound.guarantee().phrase(),
                    bound.source() + " (" + provenance + ")",
                    testsThatRead(field)));
        }
        if (rows.isEmpty()) {
            rows.add(List.of(name, cost, "none stated", "", "", testsOf(learner)));
        }
        return rows;
    }

    private static Bound<?> value(JavaField field) {
        try {
            return (Bound<?>) field.reflect().get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getFullName(), e);
        }
    }

    private static String testsThatRead(JavaField bound) {
        return TESTS.stream()
                .filter(type -> type.getFieldAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTarget().getFullName().equals(bound.getFullName())))
                .map(LearnerTableTest::topLevelName)
                .filter(test -> test.endsWith("Test") || test.endsWith("Properties"))
                .distinct()
                .sorted()
                .map(test -> "`" + test + "`")
                .collect(Collectors.joining(", "));
    }

    private static String testsOf(JavaClass learner) {
        return TESTS.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals(learner.getName())))
                .map(LearnerTableTest::topLevelName)
                .filter(test -> test.endsWith("Test") || test.endsWith("Properties"))
                .distinct()
                .sorted()
                .map(test -> "`" + test + "`")
                .collect(Collectors.joining(", "));
    }

    private static String topLevelName(JavaClass type) {
        return type.getEnclosingClass().map(LearnerTableTest::topLevelName).orElse(type.getSimpleName());
    }
}
