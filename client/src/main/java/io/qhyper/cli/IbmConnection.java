package io.qhyper.cli;

import io.qhyper.backend.ibm.CredentialFile;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.Endpoints;
import io.qhyper.backend.ibm.IbmCredentials;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSettings;
import io.qhyper.backend.ibm.ProbeFile;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.backend.ibm.Timing;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/**
 * How IBM Quantum is reached and by which account. Add as a {@code @Mixin}.
 *
 * <p>The key comes from {@code --api-key-file}, {@code --credentials}, the variable {@value #KEY}
 * or the file that {@code qhyper ibm login} writes, whichever is there first; the instance likewise
 * from {@code --crn}, {@code --credentials}, {@value #CRN} or that file. A service on this machine
 * never gets the account of the environment or of the login, only one that is named by an option.
 */
final class IbmConnection {
  static final String KEY = "QHYPER_IBM_API_KEY";
  static final String CRN = "QHYPER_IBM_CRN";

  private static final Secret NO_KEY = Secret.of("no-account");
  private static final Crn NO_INSTANCE =
      new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/local:local::");

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "File with the API key of IBM Cloud; only its owner may have access.")
  private Path apiKeyFile;

  @Option(
      names = "--crn",
      paramLabel = "CRN",
      description = "The instance to use (default: $QHYPER_IBM_CRN, or that of the login).")
  private String crn;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "File that 'ibm login' writes (default: ibm.json in ~/.config/qhyper).")
  private Path credentials;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      converter = EndpointUrl.class,
      description = "Another service: HTTPS, or HTTP on this machine, as of a sandbox.")
  private URI endpoint;

  @Option(
      names = "--api-version",
      paramLabel = "DATE",
      description = "Version of the interface (default: 2026-04-15).")
  private LocalDate apiVersion;

  /** Where the credentials are stored. */
  Path file(Map<String, String> environment) {
    if (credentials != null) {
      return credentials;
    }
    String base = environment.get("XDG_CONFIG_HOME");
    Path config =
        base == null || base.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(base);
    return config.resolve("qhyper").resolve("ibm.json");
  }

  /** The key of {@code --api-key-file}. */
  Optional<Secret> namedKey() throws IOException {
    return apiKeyFile == null ? Optional.empty() : Optional.of(CredentialFile.readKey(apiKeyFile));
  }

  /** The instance of {@code --crn}. */
  Optional<Crn> namedInstance() {
    return Optional.ofNullable(crn).map(Crn::new);
  }

  /**
   * The account to use.
   *
   * @throws IllegalArgumentException if there is none
   */
  IbmCredentials account(Map<String, String> environment) throws IOException {
    boolean local = endpoint != null && "http".equalsIgnoreCase(endpoint.getScheme());
    Path file = file(environment);
    boolean stored = credentials != null || (!local && Files.exists(file));
    boolean needed = namedKey().isEmpty() || namedInstance().isEmpty();
    Optional<CredentialFile> login =
        stored && needed ? Optional.of(CredentialFile.read(file)) : Optional.empty();
    boolean implicit = credentials == null && !local;
    Optional<Secret> key =
        namedKey()
            .or(() -> implicit ? variable(environment, KEY).map(Secret::of) : Optional.empty())
            .or(() -> login.map(CredentialFile::apiKey));
    Optional<Crn> instance =
        namedInstance()
            .or(() -> implicit ? variable(environment, CRN).map(Crn::new) : Optional.empty())
            .or(() -> login.map(CredentialFile::crn));
    if (local) {
      return with(key.orElse(NO_KEY), instance.orElse(NO_INSTANCE));
    }
    if (key.isEmpty() || instance.isEmpty()) {
      throw new IllegalArgumentException(
          "no "
              + (key.isEmpty() ? "API key" : "instance (CRN)")
              + " for IBM Quantum: run 'qhyper ibm login', or set "
              + KEY
              + " and "
              + CRN
              + ", or give --api-key-file and --crn");
    }
    return with(key.get(), instance.get());
  }

  /** An account at the endpoint of the options. */
  IbmCredentials with(Secret key, Crn instance) {
    return new IbmCredentials(
        key, instance, endpoint == null ? Endpoints.of(instance) : Endpoints.custom(endpoint));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static void sleep(Duration pause) throws InterruptedException {
    Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
  }

  /** What probes of the account of the options have found, kept beside the credentials. */
  ProbeFile probes() throws IOException {
    Path file = file(System.getenv()).resolveSibling("ibm-probe.json");
    return new ProbeFile(file, account(System.getenv()));
  }

  /** The folder of jobs whose results no command has seen yet, beside the credentials. */
  Path openJobs() {
    return file(System.getenv()).resolveSibling("open-jobs");
  }

  /** What tells the account of the options from others, and is no secret. */
  String accountName() throws IOException {
    IbmCredentials account = account(System.getenv());
    return account.crn().value() + " " + account.endpoints().api();
  }

  /** The service for the account of the options, to be closed by the caller. */
  IbmService open(Session session) throws IOException {
    return open(session, UnaryOperator.identity());
  }

  /** The same with other settings. */
  IbmService open(Session session, UnaryOperator<IbmSettings> change) throws IOException {
    return open(session, account(System.getenv()), change);
  }

  /** The service for an account, to be closed by the caller. */
  IbmService open(Session session, IbmCredentials account) {
    return open(session, account, UnaryOperator.identity());
  }

  private IbmService open(
      Session session, IbmCredentials account, UnaryOperator<IbmSettings> change) {
    IbmSettings settings = change.apply(IbmSettings.DEFAULT);
    if (apiVersion != null) {
      settings = settings.withApiVersion(apiVersion);
    }
    Optional<InetSocketAddress> proxy = ProxySetting.of(System.getenv(), account.endpoints().api());
    if (proxy.isPresent()) {
      settings = settings.withProxy(proxy.get());
    }
    Clock clock = session.console().clock();
    StreamKey jitter = StreamKey.of(clock.millis(), Purpose.JITTER);
    Timing timing = new Timing(clock, IbmConnection::sleep, jitter.open()::nextDouble);
    return new IbmService(account, settings, timing);
  }
}
