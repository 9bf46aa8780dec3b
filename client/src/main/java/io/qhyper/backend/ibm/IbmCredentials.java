package io.qhyper.backend.ibm;

/**
 * What gives access to the service.
 *
 * @param apiKey the key of an IBM Cloud user
 * @param crn the instance that is used and charged
 * @param endpoints where the service is
 */
public record IbmCredentials(Secret apiKey, Crn crn, Endpoints endpoints) {
  /** Credentials for the public service in the instance's region. */
  public static IbmCredentials of(Secret apiKey, Crn crn) {
    return new IbmCredentials(apiKey, crn, Endpoints.of(crn));
  }
}
