package io.agencytasks.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.SharedCloud;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmark knows what to send to each route that it measures. */
class BenchedRouteTest {
  private static final LaptopCloud CLOUD = SharedCloud.cloud();
  private static final URI TARGET = CLOUD.apiUri().resolve("/v1/health");

  static Stream<BenchedRoute> routes() {
    return BenchedRoute.all(CLOUD.stack(), new TaskBodies(TARGET)).stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_request_succeeds(BenchedRoute route) throws Exception {
    try (var client = new ApiClient(CLOUD.apiUri(), CLOUD.token(Benchmark.SUBJECT))) {
      client.send(new ApiRequest("GET", "/v1/tasks", ""));
      var number = new Stock(CLOUD.superuser(), TARGET).one(route.about()).getAsLong();

      assertThat(client.failure(route.request(number))).isEmpty();
    }
  }
}
