package io.qhyper.hardware;

import io.qhyper.backend.ibm.DelayRange;
import io.qhyper.backend.ibm.Device;
import io.qhyper.backend.ibm.DeviceStatus;
import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.compile.Target;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A quantum computer of IBM Quantum as a run sees it.
 *
 * @param name the service's name for it
 * @param target what programs are compiled for
 * @param delays which delays between two executions it takes
 */
public record IbmDevice(String name, Target target, DelayRange delays) {
  private static final String NO_CALIBRATION = "{}";

  /**
   * Fetches a device with its present calibration. All calls are free.
   *
   * @param say told if the device takes jobs, but does not run them now
   * @throws IllegalArgumentException if there is none of that name, or it takes no jobs; the
   *     message lists those there are
   * @throws IbmException if the service cannot be asked
   */
  public static IbmDevice fetch(IbmService service, String name, Consumer<String> say)
      throws IOException {
    checkStatus(service, name, say);
    return fetchAnyway(service, name);
  }

  /** The same of a device that need not take jobs, for those that it has. */
  public static IbmDevice fetchAnyway(IbmService service, String name) throws IOException {
    String configuration = service.deviceConfiguration(name);
    String properties = service.deviceProperties(name).orElse(NO_CALIBRATION);
    Target target =
        TargetFile.parse(
            Path.of(name),
            configuration.getBytes(StandardCharsets.UTF_8),
            properties.getBytes(StandardCharsets.UTF_8));
    return new IbmDevice(name, target, DelayRange.of(configuration));
  }

  /** The same device, compiled for as it was at another time. */
  public IbmDevice with(Target other) {
    return new IbmDevice(name, other, delays);
  }

  private static void checkStatus(IbmService service, String name, Consumer<String> say) {
    DeviceStatus status;
    try {
      status = service.deviceStatus(name);
    } catch (IbmException e) {
      if (e.kind() != IbmException.Kind.NOT_FOUND) {
        throw e;
      }
      throw new IllegalArgumentException(
          "there is no device '" + name + "' for this instance; " + names(service));
    }
    if (!status.takesJobs()) {
      throw new IllegalArgumentException(
          "device " + name + " takes no jobs now: " + words(status) + "; " + names(service));
    }
    if (!status.usable()) {
      say.accept(
          "device " + name + " runs no jobs now: " + words(status) + "; it keeps them waiting");
    }
  }

  private static String words(DeviceStatus status) {
    return status.message().isEmpty()
        ? status.status()
        : status.status() + " (" + status.message() + ")";
  }

  private static String names(IbmService service) {
    List<String> names = service.devices().stream().map(Device::name).sorted().toList();
    return names.isEmpty()
        ? "the instance has no devices"
        : "there are " + String.join(", ", names) + " ('qhyper backends' tells more)";
  }
}
