package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @ParameterizedTest
  @CsvSource({
    "us-east,https://quantum.cloud.ibm.com/api/v1",
    "eu-de,https://eu-de.quantum.cloud.ibm.com/api/v1"
  })
  void regionOfTheInstanceTellsTheHost(String region, String api) {
    Crn crn = new Crn("crn:v1:bluemix:public:quantum-computing:" + region + ":a/1:2::\n");

    assertThat(Endpoints.of(crn).api()).isEqualTo(URI.create(api));
    assertThat(Endpoints.of(crn).token())
        .isEqualTo(URI.create("https://iam.cloud.ibm.com/identity/token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "us-east",
        "crn:v1:bluemix:public:cloudant:us-east:a/1:2::",
        "crn:v1:bluemix:public:quantum-computing:evil.com/:a/1:2::",
        "crn:v1:bluemix:public:quantum-computing:us-east:a/1:2::\r\nX: y"
      })
  void otherNamesAreRefused(String crn) {
    assertThatThrownBy(() -> new Crn(crn)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "http://127.0.0.1:8080/",
        "http://localhost:1",
        "http://[::1]:1"
      })
  void endpointIsSecureOrOnThisMachine(String base) {
    assertThat(Endpoints.custom(URI.create(base)).api().getPath()).isEqualTo("/api/v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "http://127.0.0.1.example.org",
        "ftp://127.0.0.1",
        "127.0.0.1",
        "http://127.0.0.1@example.org",
        "https://user:word@example.org",
        "https:///x"
      })
  void otherEndpointsAreRefusedWithoutShowingPasswords(String base) {
    assertThatThrownBy(() -> Endpoints.custom(URI.create(base)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("user:word");
  }

  @Test
  void secretIsNotPrinted() {
    IbmCredentials credentials = IbmCredentials.of(Secret.of(FakeIbm.KEY), FakeIbm.CRN);

    assertThat(credentials.toString()).doesNotContain(FakeIbm.KEY).contains(Secret.REDACTED);
    assertThatThrownBy(() -> Secret.of(FakeIbm.KEY + " x")).hasMessageNotContaining(FakeIbm.KEY);
  }
}
