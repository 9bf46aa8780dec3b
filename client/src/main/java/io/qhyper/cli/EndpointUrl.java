package io.qhyper.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a service. */
final class EndpointUrl implements ITypeConverter<URI> {
  @Override
  public URI convert(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme());
      if (scheme.matches("(?i)https?") && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below, without the text's parts: one could be a password.
    }
    throw new TypeConversionException(
        "expected URL https://HOST, or http://127.0.0.1:PORT for a service on this machine, came "
            + (text.contains("@") ? "something with an @" : text));
  }
}
