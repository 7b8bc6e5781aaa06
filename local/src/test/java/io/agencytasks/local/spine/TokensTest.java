package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.identity.Issuer;
import io.agencytasks.local.identity.TokenRequest;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who comes without a good token is turned away at the gate, on every route that has one. */
class TokensTest {
  private static final LaptopCloud CLOUD = SharedCloud.cloud();
  private static final Path KEPT = Path.of("target", "home-shared");
  private static final TokenRequest MALLORY = TokenRequest.of("mallory");

  @TempDir private static Path elsewhere;

  @ParameterizedTest(name = "{0}")
  @MethodSource("guarded")
  void a_token_that_is_not_ours_or_no_longer_is_unauthorized(Route route) {
    Stack.Authorizer ours = CLOUD.stack().authorizer();
    var theirs = new Stack.Authorizer(URI.create("https://id.example"), ours.audience());
    var others = new Stack.Authorizer(ours.issuer(), List.of("another-api"));
    Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofHours(-25));

    assertUnauthorized(route, token(KEPT, theirs, Clock.systemUTC(), MALLORY));
    assertUnauthorized(route, token(KEPT, others, Clock.systemUTC(), MALLORY));
    assertUnauthorized(route, token(KEPT, ours, yesterday, MALLORY));
    assertUnauthorized(route, token(elsewhere, ours, Clock.systemUTC(), MALLORY));
    assertUnauthorized(route, "");
    assertUnauthorized(route, "not.a.token");
    assertUnauthorized(route, CLOUD.token("mallory") + "x");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guarded")
  void a_token_without_the_scope_is_forbidden(Route route) {
    for (String scope : List.of("", "openid tasks.read")) {
      var request =
          new TokenRequest(
              "mallory", Optional.empty(), Optional.empty(), scope, Duration.ofHours(1));
      String token = token(KEPT, CLOUD.stack().authorizer(), Clock.systemUTC(), request);

      assertRefused(route, token, 403, "{\"message\":\"Forbidden\"}");
    }
  }

  @Test
  void callbacks_hooks_the_health_and_the_description_are_anybodys_to_ask_and_nothing_else_is() {
    List<Route> open = Routes.all().stream().filter(Route::open).toList();

    assertThat(open)
        .extracting(Routes::key)
        .containsExactlyInAnyOrder(
            "POST /v1/callbacks/{token}",
            "POST /v1/hooks/{publicId}",
            "GET /v1/health",
            "GET /v1/openapi.yaml",
            "GET /docs",
            "GET /docs/{asset}");
    assertThat(open)
        .filteredOn(route -> route.method().equals("GET"))
        .extracting(route -> Caller.with("").get(Routes.path(route, 1)).statusCode())
        .containsOnly(200);
  }

  private static List<Named<Route>> guarded() {
    return Routes.named(route -> !route.open());
  }

  private static String token(
      Path key, Stack.Authorizer authorizer, Clock clock, TokenRequest request) {
    return new Issuer(key, authorizer, clock, UUID::randomUUID).mint(request);
  }

  private static void assertUnauthorized(Route route, String token) {
    assertRefused(route, token, 401, "{\"message\":\"Unauthorized\"}");
  }

  private static void assertRefused(Route route, String token, int status, String body) {
    HttpResponse<String> response =
        Caller.with(token).send(route.method(), Routes.path(route, 1), "");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo(body);
  }
}
