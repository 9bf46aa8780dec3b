package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.support.FakeTree;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import io.qhyper.support.ProductProcess.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  private static final String BUILDING = "qhyper: building (sources are new or have changed) ...\n";

  @TempDir private Path folder;
  private FakeTree tree;

  @BeforeEach
  void makeTree() throws Exception {
    tree = new FakeTree(folder);
  }

  private Outcome run(String... arguments) throws Exception {
    return tree.process(tree.launcher()).run(arguments);
  }

  @Test
  void buildsOnFirstUseOnly() throws Exception {
    assertThat(run().err()).isEqualTo(BUILDING);
    assertThat(run().err()).isEmpty();
    assertThat(tree.builds()).isEqualTo(1);
    assertThat(tree.lock()).doesNotExist();
  }

  @Test
  void buildsWhenSourcesAreNewerThanTheJar() throws Exception {
    run();
    tree.makeOld(tree.jar());

    assertThat(run().err()).isEqualTo(BUILDING);
    assertThat(run().err()).isEmpty();
    assertThat(tree.builds()).isEqualTo(2);
  }

  @Test
  void buildsWhenASourceWasRemoved() throws Exception {
    run();
    Files.delete(tree.source());

    assertThat(run().err()).isEqualTo(BUILDING);
  }

  @Test
  void buildsAgainWhatWasSavedDuringTheBuild() throws Exception {
    tree.maven("sleep 0.1; echo new >client/src/main/java/A.java; echo >client/target/qhyper.jar");
    run();
    tree.maven("echo >client/target/qhyper.jar");

    assertThat(run().err()).isEqualTo(BUILDING);
    assertThat(run().err()).isEmpty();
  }

  @Test
  void passesArgumentsAndExitCodeUntouched() throws Exception {
    Outcome outcome = run("a b", "", "*", "--x='1'", "\"$HOME\"", "ψ", "-", "--", "x\ny");

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.out())
        .endsWith(
            """
            <-jar>
            <%s>
            <a b>
            <>
            <*>
            <--x='1'>
            <"$HOME">
            <ψ>
            <->
            <-->
            <x
            y>
            """
                .formatted(tree.jar().toRealPath()));
  }

  @Test
  void addsTheUsersJvmOptions() throws Exception {
    Outcome outcome = tree.process(tree.launcher()).with("QHYPER_JAVA_OPTS", "-Xmx3g -ea").run();

    assertThat(outcome.out()).contains("<-Xmx3g>\n<-ea>\n<-jar>");
  }

  @Test
  void usesTheClassArchiveOfTheBuildUntilTheJarIsNewer() throws Exception {
    tree.java(
        """
        for option in "$@"; do
          case "$option" in -XX:ArchiveClassesAtExit=*) echo >"${option#*=}"; exit 0 ;; esac
        done
        printf '<%s>\n' "$@"
        """);
    String used = "<-XX:SharedArchiveFile=" + tree.archive() + ">";

    assertThat(run("x").out()).contains(used);
    assertThat(run("x").out()).contains(used);
    tree.makeOld(tree.archive());
    assertThat(run("x").out()).doesNotContain("SharedArchiveFile").endsWith("<x>\n");
  }

  @Test
  void doesWithoutTheClassArchiveWhereItCannotBeMade() throws Exception {
    tree.java(
        """
        for option in "$@"; do
          case "$option" in -XX:ArchiveClassesAtExit=*) echo >"${option#*=}"; exit 1 ;; esac
        done
        printf '<%s>\n' "$@"
        """);

    Outcome outcome = run("x");

    assertThat(outcome.err()).isEqualTo(BUILDING);
    assertThat(outcome.out()).doesNotContain("SharedArchiveFile").endsWith("<x>\n");
    assertThat(tree.archive()).doesNotExist();
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    Path far = Files.createDirectory(folder.resolve("far"));
    Files.createSymbolicLink(
        far.resolve("first"), Path.of("..").resolve("tree with spaces/qhyper"));
    Files.createSymbolicLink(far.resolve("second"), Path.of("first"));

    Outcome outcome = tree.process(far.resolve("second")).run("x");

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.out()).endsWith("<" + tree.jar().toRealPath() + ">\n<x>\n");
  }

  @Test
  void processesThatStartTogetherBuildOnce() throws Exception {
    tree.maven("sleep 0.2; echo built >client/target/qhyper.jar");
    List<Running> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(tree.process(tree.launcher()).start("x"));
    }

    for (Running process : processes) {
      assertThat(process.await().exitCode()).isEqualTo(7);
    }
    assertThat(tree.builds()).isEqualTo(1);
  }

  @Test
  void lockOfADeadProcessIsTakenOver() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(tree.lock());
    Files.writeString(tree.lock().resolve("pid"), dead.pid() + "\n");

    assertThat(run().exitCode()).isEqualTo(7);
    assertThat(tree.builds()).isEqualTo(1);
    assertThat(tree.lock()).doesNotExist();
  }

  @Test
  void failedBuildShowsTheEndOfItsLog() throws Exception {
    tree.maven("for i in {1..99}; do echo \"[line $i]\"; done; exit 1");

    Outcome outcome = run();

    assertThat(outcome.exitCode()).isEqualTo(70);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(BUILDING)
        .contains("[line 99]")
        .doesNotContain("[line 9]")
        .endsWith(
            "qhyper: the build failed; all of its output is in "
                + tree.root().toRealPath().resolve("client/target/build.log")
                + "\n");
    assertThat(tree.lock()).doesNotExist();
    assertThat(run().exitCode()).as("still not built").isEqualTo(70);
  }

  @Test
  void withoutMavenSaysWhatIsMissing() throws Exception {
    tree.removeMaven();

    Outcome outcome = run();

    assertThat(outcome.exitCode()).isEqualTo(69);
    assertThat(outcome.err()).contains("needs Maven (mvn) in PATH").hasLineCount(1);
  }

  @Test
  void withoutMavenRunsTheEarlierBuildAndSaysSo() throws Exception {
    run();
    tree.removeMaven();
    tree.makeOld(tree.jar());

    Outcome outcome = run();

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.err()).contains("running the earlier build").hasLineCount(1);
  }

  @Test
  void olderJavaIsRefused() throws Exception {
    tree.jdk("11.0.22");

    Outcome outcome = run();

    assertThat(outcome.exitCode()).isEqualTo(69);
    assertThat(outcome.err()).contains("is not Java 17 or later").hasLineCount(1);
  }

  @Test
  void neverBuildsWhereToldSo() throws Exception {
    ProductProcess process = tree.process(tree.launcher()).with("QHYPER_BUILD", "never");

    Outcome outcome = process.run();

    assertThat(outcome.exitCode()).isEqualTo(69);
    assertThat(outcome.err()).contains("not built yet").hasLineCount(1);
    assertThat(tree.builds()).isZero();
  }

  @Test
  void sandboxIsAJarOfItsOwnWithOwnSources() throws Exception {
    tree.maven(
        "mkdir -p integration-tests/target; echo built >client/target/qhyper.jar;"
            + " echo built >integration-tests/target/sandbox.jar");

    Outcome outcome = run("sandbox", "--port", "0");

    assertThat(outcome.err()).isEqualTo(BUILDING);
    assertThat(outcome.out()).endsWith("<" + tree.sandboxJar().toRealPath() + ">\n<--port>\n<0>\n");
    assertThat(tree.lastBuild()).contains("-pl integration-tests -am package");
    assertThat(run("sandbox").err()).isEmpty();

    tree.makeOld(tree.sandboxJar());
    assertThat(run().err()).as("the product is not concerned").isEmpty();
    assertThat(run("sandbox").err()).isEqualTo(BUILDING);
    Files.delete(tree.sandboxSource());
    assertThat(run().err()).isEmpty();
    assertThat(run("sandbox").err()).isEqualTo(BUILDING);
  }

  @Test
  void jarOfThisMavenBuildIsFresh() throws Exception {
    Outcome outcome = ProductProcess.of(ProductProcess.root().resolve("qhyper"), folder).run("-V");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
  }
}
