package io.qhyper.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final String CLI = "io.qhyper.cli..";
  private static final String SANDBOX_CLI = "io.qhyper.sandbox.cli..";

  private static final ArchRule ONLY_CLI_PRINTS_AND_EXITS =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLI, SANDBOX_CLI)
          .should()
          .accessTargetWhere(
              describe(
                  "is stdin, stdout, stderr, exit or the environment",
                  access -> isMember(access, System.class, "out", "err", "in", "exit", "getenv")))
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  private static final ArchRule CHANCE_IS_KEYED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, ThreadLocalRandom.class, SplittableRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  private static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLI, SANDBOX_CLI, "io.qhyper.bench..")
          .should()
          .accessTargetWhere(
              describe(
                  "reads the system clock or sleeps",
                  access ->
                      isMember(access, System.class, "currentTimeMillis", "nanoTime")
                          || isMember(access, Thread.class, "sleep")
                          || isMember(access, Clock.class, "systemUTC", "systemDefaultZone")
                          || isNowWithoutClock(access)));

  private static final ArchRule LOWER_MODULES_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(Product.PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.nio.file..",
              "java.nio.channels..",
              "com.fasterxml..",
              "org.yaml..",
              "org.slf4j..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              File.class,
              FileInputStream.class,
              FileOutputStream.class,
              FileReader.class,
              FileWriter.class,
              RandomAccessFile.class);

  private static final ArchRule PARSERS_ARE_HIDDEN =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.qhyper.qasm", "io.qhyper.qasm.internal")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.qhyper.qasm.internal..", "org.antlr..");

  @Test
  void onlyTheCommandLinePrintsExitsAndReadsTheEnvironment() {
    ONLY_CLI_PRINTS_AND_EXITS.check(Product.CLASSES);
  }

  @Test
  void allChanceComesFromKeyedStreams() {
    CHANCE_IS_KEYED.check(Product.CLASSES);
  }

  @Test
  void timeIsInjectedBelowTheCommandLine() {
    TIME_IS_INJECTED.check(Product.CLASSES);
  }

  @Test
  void circuitsAndSimulatorKnowNoFilesNetworkOrJson() {
    LOWER_MODULES_ARE_PURE.check(Product.CLASSES);
  }

  @Test
  void generatedParsersStayInsideTheirPackage() {
    PARSERS_ARE_HIDDEN.check(Product.CLASSES);
  }

  @Test
  void theRulesSeeAnOffender() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

    for (ArchRule rule : List.of(ONLY_CLI_PRINTS_AND_EXITS, CHANCE_IS_KEYED, TIME_IS_INJECTED)) {
      assertThatThrownBy(() -> rule.check(offender))
          .as(rule.getDescription())
          .isInstanceOf(AssertionError.class);
    }
    assertThat(Offender.sins()).isPositive();
  }

  private static boolean isMember(JavaAccess<?> access, Class<?> owner, String... names) {
    return access.getTargetOwner().isEquivalentTo(owner)
        && List.of(names).contains(access.getTarget().getName());
  }

  private static boolean isNowWithoutClock(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().equals("java.time")
        && access.getTarget().getName().equals("now")
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().isEmpty();
  }

  /** Does what the rules forbid. */
  private static final class Offender {
    static double sins() {
      if (System.getenv("no such variable") != null) {
        System.exit(1);
      }
      return 1 + Math.random() + Instant.now().toEpochMilli();
    }
  }
}
