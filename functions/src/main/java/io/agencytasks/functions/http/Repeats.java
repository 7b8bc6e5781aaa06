package io.agencytasks.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.repeat.Once.Again;
import io.agencytasks.domain.repeat.Once.First;
import io.agencytasks.domain.repeat.Once.InFlight;
import io.agencytasks.domain.repeat.Once.OtherRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Idempotency-Key, said once for all endpoints that take one. */
final class Repeats {
  private static final String HEADER = "Idempotency-Key";

  private Repeats() {}

  /** API Gateway gives the names of headers in lower case. */
  static @Nullable IdempotencyKey key(APIGatewayV2HTTPEvent event) {
    var headers = Objects.requireNonNullElse(event.getHeaders(), Map.<String, String>of());
    var key = headers.get("idempotency-key");
    if (key == null) {
      return null;
    }
    if (!key.matches("[!-~]{1,255}")) {
      throw InvalidInput.of(HEADER, "must have 1 to 255 visible characters of ASCII");
    }
    return new IdempotencyKey(key, hash(event));
  }

  /** How a request that may be repeated is answered; a repeat as it was answered before. */
  static <T> Answer answer(Once<T> once, Function<T, Answer> result) {
    return switch (once) {
      case First<T>(var now) -> result.apply(now);
      case Again<T>(var then) -> result.apply(then).with("Idempotency-Replayed", "true");
      case OtherRequest<T>() -> Refusals.otherRequest();
      case InFlight<T>() -> Refusals.inFlight();
    };
  }

  private static String hash(APIGatewayV2HTTPEvent event) {
    var request =
        "%s %s?%s\n"
            .formatted(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                event.getRawQueryString());
    var sha256 = sha256();
    sha256.update(request.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha256.digest(Body.bytes(event)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
