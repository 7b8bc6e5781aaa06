package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.Settings;
import io.agencytasks.local.spine.Caller;
import io.agencytasks.local.spine.Rows;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A laptop cloud of its own, with an edge of faults between its functions and its database, queues,
 * bus, objects and secrets, short leases, and no sweeps but those that the test fires.
 */
final class FaultyCloud implements AutoCloseable {
  static final Duration LEASE = Duration.ofSeconds(3);

  private static final Path TEMPLATE = Path.of("..", "template.yaml");
  private static final String ENDPOINTS = "aws.endpointUrl";
  private static final String DATABASE = ENDPOINTS + "RdsData";
  private static final String QUEUE = ENDPOINTS + "Sqs";
  private static final String ARTIFACTS = ENDPOINTS + "S3";
  private static final String SECRETS = ENDPOINTS + "SecretsManager";

  /** What the engine's promises rest on. */
  private static final Set<String> FAULTY =
      Set.of(DATABASE, QUEUE, ENDPOINTS + "EventBridge", ARTIFACTS, SECRETS);

  /** Where executions are named by what only their workers know. */
  private static final Set<String> OF_WORKERS = Set.of(DATABASE, ARTIFACTS);

  private final LaptopCloud cloud;
  private final Path home;
  private final Silence silence = Silence.begin();
  private final Map<String, String> before;
  private final Map<String, FaultyEdge> edges;

  private FaultyCloud(LaptopCloud cloud, Path home, Map<String, String> before) throws IOException {
    this.cloud = cloud;
    this.home = home;
    this.before = before;
    this.edges = new LinkedHashMap<>();
    Dead dead = new Dead();
    for (Map.Entry<String, String> endpoint : endpoints().entrySet()) {
      FaultyEdge edge =
          new FaultyEdge(
              URI.create(endpoint.getValue()),
              LEASE,
              OF_WORKERS.contains(endpoint.getKey()) ? dead : new Dead());
      edges.put(endpoint.getKey(), edge);
      System.setProperty(endpoint.getKey(), edge.uri().toString());
    }
  }

  /**
   * Starts it; no function is loaded yet, so that all will find the edges.
   *
   * @param home the folder of its data, which are deleted first
   */
  static FaultyCloud start(Path home) throws IOException {
    Map<String, String> before = endpoints();
    Settings settings =
        new Settings(
            template(Files.createDirectories(home)),
            home,
            0,
            Map.of("LeaseSeconds", Long.toString(LEASE.toSeconds()), "RequestsPerSecond", "100000"),
            true);
    return new FaultyCloud(LaptopCloud.start(settings, step -> {}), home, before);
  }

  /** The template with shorter leases than it allows, and all schedules waiting to be fired. */
  private static Path template(Path home) throws IOException {
    String text = Files.readString(TEMPLATE);
    String faster =
        text.replaceFirst(
                "(  LeaseSeconds:\n    Type: Number\n    Default: \\d+\n    MinValue: )\\d+", "$11")
            .replaceAll("( +)(ScheduleExpression: .*\n)", "$1$2$1State: DISABLED\n");
    assertThat(faster)
        .contains("State: DISABLED")
        .containsPattern("LeaseSeconds:(\n.*){2}\n    MinValue: 1\n");
    return Files.writeString(home.resolve("template.yaml"), faster);
  }

  private static Map<String, String> endpoints() {
    Map<String, String> endpoints = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (FAULTY.contains(name)) {
        endpoints.put(name, System.getProperty(name, ""));
      }
    }
    return endpoints;
  }

  Caller caller(String subject) {
    return new Caller(cloud.apiUri(), cloud.token(subject));
  }

  Rows rows() {
    return new Rows(cloud.superuser());
  }

  Bucket bucket() {
    return Bucket.in(home);
  }

  /** What happens between the functions and their queues. */
  Weather queue() {
    FaultyEdge edge = edges.get(QUEUE);
    if (edge == null) {
      throw new AssertionError("Nothing is called at " + QUEUE);
    }
    return edge.weather();
  }

  /**
   * From now on; no call of S3 or of Secrets Manager names anybody, so all count as the engine's.
   */
  void turn(long seed, Climate climate) {
    edges.forEach(
        (name, edge) -> {
          Odds engine =
              switch (name) {
                case DATABASE -> climate.database();
                case ARTIFACTS -> climate.artifacts();
                case SECRETS -> climate.secrets();
                default -> climate.elsewhere();
              };
          edge.weather().turn(seed, climate.people(), engine);
        });
  }

  /** Nothing happens any more; returns when what is still on its way has arrived. */
  void clear() {
    edges.values().forEach(edge -> edge.weather().clear());
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> edges.values().stream().allMatch(FaultyEdge::isStill));
  }

  /** One sweep, to its end. */
  void sweep() {
    assertThat(cloud.schedules().fire("Sweep")).isPresent();
  }

  /** The faults that were to happen and never did, each with its edge: there nothing was shown. */
  List<String> neverHappened() {
    return edges.entrySet().stream()
        .flatMap(
            edge ->
                edge.getValue().weather().neverHappened().stream()
                    .map(fault -> edge.getKey() + " " + fault))
        .toList();
  }

  /** Later tests' functions find the endpoints that were there before. */
  @Override
  public void close() {
    cloud.close();
    silence.close();
    edges.values().forEach(FaultyEdge::close);
    edges.keySet().stream()
        .filter(Predicate.not(before::containsKey))
        .forEach(System::clearProperty);
    before.forEach(System::setProperty);
  }
}
