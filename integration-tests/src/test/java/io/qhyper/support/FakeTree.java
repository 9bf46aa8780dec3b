package io.qhyper.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/**
 * A source tree with the real launcher, but with a Maven that only notes that it was called and a
 * Java that only prints its arguments, one a line, and ends with code 7.
 */
public final class FakeTree {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "env",
          "find",
          "head",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch");

  private final Path folder;

  /** Makes the tree in an empty folder. */
  public FakeTree(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(root());
    Files.copy(ProductProcess.root().resolve("qhyper"), launcher());
    for (String module : List.of("qasm-export", "local-sim", "client", "integration-tests")) {
      Files.createDirectories(root().resolve(module).resolve("src/main/java"));
      Files.writeString(root().resolve(module).resolve("pom.xml"), "");
      Files.writeString(root().resolve(module).resolve("src/main/java/A.java"), "");
    }
    Files.writeString(root().resolve("pom.xml"), "");
    jdk("17.0.9");
    for (String tool : TOOLS) {
      Files.createDirectories(tools());
      Files.createSymbolicLink(tools().resolve(tool), find(tool));
    }
    maven("echo built >client/target/qhyper.jar");
  }

  /** The jar of the sandbox. */
  public Path sandboxJar() {
    return root().resolve("integration-tests/target/sandbox.jar");
  }

  /** A file that is compiled into the sandbox and not into the product. */
  public Path sandboxSource() {
    return root().resolve("integration-tests/src/main/java/A.java");
  }

  public Path root() {
    return folder.resolve("tree with spaces");
  }

  public Path launcher() {
    return root().resolve("qhyper");
  }

  public Path jar() {
    return root().resolve("client/target/qhyper.jar");
  }

  /** The archive of loaded classes that a build makes; its folder as the launcher resolves it. */
  public Path archive() throws IOException {
    return root().toRealPath().resolve("client/target/qhyper.jsa");
  }

  public Path lock() {
    return root().resolve("client/target/build.lock");
  }

  /** A file that is compiled into the product. */
  public Path source() {
    return root().resolve("client/src/main/java/A.java");
  }

  /** Makes a file older than all that was written since the tree was made. */
  public void makeOld(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  /** Replaces Java. */
  public void jdk(String version) throws IOException {
    Path home = folder.resolve("jdk");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"");
    java("printf '<%s>\\n' \"$@\"; exit 7");
  }

  /** Replaces the java command by a script. */
  public void java(String body) throws IOException {
    script(folder.resolve("jdk/bin/java"), body);
  }

  /** Replaces Maven by a script that runs in the tree's root, after the call has been noted. */
  public void maven(String body) throws IOException {
    script(tools().resolve("mvn"), "echo \"$@\" >>mvn.calls\n" + body);
  }

  public void removeMaven() throws IOException {
    Files.delete(tools().resolve("mvn"));
  }

  /** The arguments of the last call of Maven. */
  public String lastBuild() throws IOException {
    List<String> calls = Files.readAllLines(root().resolve("mvn.calls"));
    return calls.get(calls.size() - 1);
  }

  /** How often Maven was called. */
  public int builds() throws IOException {
    Path calls = root().resolve("mvn.calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** A process that sees only this tree's Java and Maven. */
  public ProductProcess process(Path throughLauncher) {
    return ProductProcess.of(throughLauncher, folder)
        .with("PATH", tools().toString())
        .with("QHYPER_JAVA", folder.resolve("jdk/bin/java").toString());
  }

  private Path tools() {
    return folder.resolve("bin");
  }

  private static Path find(String tool) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .map(entry -> Path.of(entry, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " in PATH"));
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
