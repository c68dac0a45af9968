// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler does not check. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = House.classes();

    /** Which modules each module may use, beside itself. A module that is not listed here fails the build. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "core", List.of(),
            "testkit", List.of("core"),
            "noregret", List.of("core"),
            "games", List.of("core", "noregret"),
            "calibration", List.of("core", "noregret"),
            "strategic", List.of("core", "noregret"),
            "stackelberg", List.of("core", "noregret", "games", "calibration", "strategic"),
            "experiments", List.of("core", "noregret", "games", "calibration", "strategic", "stackelberg"));

    @Test
    void looksAtEveryModule() {
        for (Path module : House.modules()) {
            String name = module.getFileName().toString();
            assertThat(MAY_USE).containsKey(name);
            assertThat(CLASSES).as("classes of " + name).anyMatch(c -> inModule(c, name));
            assertThat(Files.isDirectory(module.resolve("target/test-classes")))
                    .as("tests of " + name + " are compiled")
                    .isTrue();
        }
    }

    private static boolean inModule(JavaClass type, String module) {
        return (type.getPackageName() + ".").startsWith("org.hindsight." + module + ".");
    }

    @Test
    void dependenciesPointOneWay() {
        for (String module : MAY_USE.keySet()) {
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other ->
                            !other.equals(module) && !MAY_USE.get(module).contains(other))
                    .map(other -> "org.hindsight." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.hindsight." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void onlyExperimentsKnowPlotsFilesAndCommandLines() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hindsight.experiments..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.knowm..",
                        "de.erichseifert..",
                        "picocli..",
                        "de.siegmar..",
                        "com.fasterxml..",
                        "java.awt..")
                .check(CLASSES);
    }

    @Test
    void nothingUsesAGlobalGenerator() {
        noClasses().should().callMethod(Math.class, "random").check(CLASSES);
        noClasses().should().callMethod(StrictMath.class, "random").check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                .check(CLASSES);
        noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(JavaClass.Predicates.assignableTo(RandomGenerator.class))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noAlgorithmReadsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hindsight.experiments..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("org.hindsight.experiments.figures..", "org.hindsight.experiments.table..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarkedAndExplained() {
        List<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).distinct().toList();
        for (String name : packages) {
            assertThat(CLASSES.stream()
                            .filter(c -> c.getName().equals(name + ".package-info"))
                            .anyMatch(c -> c.isAnnotatedWith(NullMarked.class)))
                    .as(name + " has a package-info.java with @NullMarked")
                    .isTrue();
        }
    }

    @Test
    void noClassIsNamedForNothing() {
        noClasses().should().haveSimpleNameEndingWith("Utils").check(CLASSES);
        noClasses().should().haveSimpleNameEndingWith("Util").check(CLASSES);
        noClasses().should().haveSimpleNameEndingWith("Impl").check(CLASSES);
        noClasses().should().haveSimpleNameEndingWith("Manager").check(CLASSES);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..impl..")
                .check(CLASSES);
    }

    @Test
    void publicFieldsAreConstants() {
        fields().that().arePublic().should().beStatic().andShould().beFinal().check(CLASSES);
    }

    @Test
    void classesAreOpenForExtensionOnlyOnPurpose() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    /** Surefire finds tests by the names of their classes; a test in a class of another name would never run. */
    @Test
    void testsAreWhereSurefireLooks() {
        JavaClasses tests = House.testClasses();
        methods()
                .that()
                .areAnnotatedWith(Property.class)
                .or()
                .areAnnotatedWith(Example.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Properties")
                .check(tests);
        methods()
                .that()
                .areAnnotatedWith(Test.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Test")
                .check(tests);
    }
}
