package io.qhyper.cli;

import io.qhyper.backend.ibm.CredentialFile;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.hardware.FakeService;
import io.qhyper.secrets.TestSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Commands against a service on this machine.
 *
 * @param folder for runs and credentials
 */
record HardwareCommands(FakeService ibm, Path folder) {
  static final String SMALL =
      "--problem gaussians --hidden 2 --activation relu --layers 2 --iterations 2 --shots 4"
          + " --loss-shots 4 --confirm-shots 16";

  static RecordingConsole command(String line) {
    RecordingConsole own = RecordingConsole.ticking();
    own.run(line.trim().split(" +"));
    return own;
  }

  /** Options that lead to the service, without waits. */
  String connection() {
    return " --endpoint "
        + ibm.address()
        + " --poll-seconds 0.001 --submissions-per-minute 10000 --credentials "
        + credentials();
  }

  private Path credentials() {
    Path file = TestSecrets.input(folder, "ibm.json");
    try {
      if (!Files.exists(file)) {
        new CredentialFile(
                Secret.of(TestSecrets.KEY),
                new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/a:i::"))
            .write(file);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path run(String name) {
    return folder.resolve(name);
  }

  /** Trains a small network on the device of the service. */
  RecordingConsole train(String name, String options) {
    return command(
        "train "
            + SMALL
            + " --run "
            + run(name)
            + " --backend ibm:"
            + FakeService.DEVICE
            + connection()
            + " "
            + options);
  }

  RecordingConsole resume(String name, String options) {
    return command("resume " + run(name) + " " + options);
  }
}
