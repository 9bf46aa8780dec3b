package io.qhyper.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Tells which options of a mixin without defaults have a value. */
final class GivenOptions {
  private GivenOptions() {}

  /** The longest name of the first that has one. */
  static Optional<String> first(Object mixin) {
    return CommandSpec.forAnnotatedObject(mixin).options().stream()
        .filter(GivenOptions::isGiven)
        .map(OptionSpec::longestName)
        .findFirst();
  }

  private static boolean isGiven(OptionSpec option) {
    Object value = option.getValue();
    return option.type() == boolean.class ? Boolean.TRUE.equals(value) : value != null;
  }
}
