package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    Files.createDirectory(folder.resolve("dir"));
    Files.writeString(folder.resolve("three.txt"), "1 2 3");
    Files.writeString(folder.resolve("nan.txt"), "1 NaN 3");
    Files.writeString(folder.resolve("value.csv"), "a,b,label\n1,2,0\n2,x,1\n");
    Files.writeString(folder.resolve("shape.csv"), "a,b,label\n1,2,0\n2,1\n");
    Files.writeString(folder.resolve("class.csv"), "a,b,label\n1,2,0\n2,1,2\n");
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Files.writeString(folder.resolve("inputs.qasm"), "input float x; qubit q; bit c; U(x,0,0) q;");
    Files.writeString(
        folder.resolve("loop.qasm"), "qubit q;\nfor int i in [0:1000000000] { reset q; }");
    Files.writeString(folder.resolve("def.qasm"), "OPENQASM 3.0;\ndef f() {}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --bogus",
        "train extra",
        "nosuch",
        "train --layers 0",
        "train --layers x",
        "train --threads 0",
        "train --seed x",
        "train --optimizer newton",
        "train --ansatz foo",
        "train --entanglement full",
        "run",
        "predict dir",
        "export --qubits 0",
        "export --qubits 1000000000",
        "export --qubits 3 --layers 999999999"
      })
  void usageErrorIsOneLineAndExitCodeTwo(String line) throws Exception {
    refuses(line, 2, "--help')");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train --shots -5 | -5",
        "train --learning-rate NaN | NaN",
        "train --digits 0,0 | 0,0",
        "train --digits 0,10 | 0,10",
        "train --encoding m4p1 | m4p1",
        "train --problem gaussians --hidden 0 | got 0",
        "train --problem gaussians --hidden 40 --engine reference | 162 bits",
        "train --problem gaussians --hidden 7 --gradient exact | 30 bits",
        "train --restarts 0 | got 0",
        "train --gradient exact --shots 3 | --shots",
        "train --optimizer lbfgs | --gradient exact",
        "train --params-entry start | --params FILE",
        "train --params three.txt | three.txt: has 3",
        "train --params dir | dir: is a folder",
        "train --config dir | dir: is a folder",
        "train --config binary | binary is not UTF-8",
        "train --config value.csv | value.csv is no run's config.yaml",
        "train --run three.txt | three.txt: is a file",
        "train --run three.txt/x | three.txt",
        "train -o no/x | no/x: its folder",
        "evaluate | --params FILE",
        "evaluate --params nan.txt | nan.txt:1:3",
        "enumerate --problem gaussians --hidden 7 | 30",
        "enumerate --problem csv --data nope.csv | nope.csv: no such file",
        "enumerate --problem csv --data dir | dir: is a folder",
        "enumerate --problem csv --data value.csv | line 3, column b",
        "enumerate --problem csv --data shape.csv | line 3",
        "enumerate --problem csv --data class.csv | line 3, column label",
        "enumerate --problem csv --data class.csv --digits 0,1 | --digits belongs",
        "enumerate -o dir | dir: is a folder",
        "enumerate --mnist-dir dir | train-images-idx3-ubyte",
        "run dir | dir: is a folder",
        "run binary | binary is not UTF-8",
        "run inputs.qasm | [x]",
        "run inputs.qasm --set x=NaN | NaN",
        "run inputs.qasm --set x=1 --params three.txt | not both",
        "run inputs.qasm --set x=1 --shots 0 | got 0",
        "predict dir --data value.csv | dir/model.json: no such file"
      })
  void refusalIsOneLineThatNamesTheValue(String line, String part) throws Exception {
    refuses(line, 1, part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"loop.qasm | 2:1: the loop", "def.qasm | 2:1: subroutines"})
  void unsupportedProgramIsShownWithACaret(String file, String message) throws Exception {
    Outcome outcome = ProductProcess.in(folder).run("run", file);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("qhyper: " + message).contains("^").hasLineCount(3);
  }

  private void refuses(String line, int code, String part) throws Exception {
    String[] before = folder.toFile().list();

    Outcome outcome = ProductProcess.in(folder).run(line.split(" "));

    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("qhyper: ").contains(part).hasLineCount(1);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(before);
  }
}
