package io.agencytasks.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import java.util.Map;
import java.util.Objects;

/** A request, decoded piece by piece as the endpoint asks for it. */
final class Request {
  private final APIGatewayV2HTTPEvent event;

  Request(APIGatewayV2HTTPEvent event) {
    this.event = event;
  }

  /** Who asks: API Gateway has checked the token, or the request would not be here. */
  Owner owner() {
    var claims = event.getRequestContext().getAuthorizer().getJwt().getClaims();
    return new Owner(
        Objects.requireNonNull(claims.get("sub"), "the token has no subject"),
        claims.get("email"),
        claims.get("name"));
  }

  /**
   * The task that the path names.
   *
   * @throws InvalidInput unless it is written as a positive integer below 2^53
   */
  TaskId taskId() {
    var id =
        Objects.requireNonNullElse(event.getPathParameters(), Map.<String, String>of()).get("id");
    if (id == null || !id.matches("[1-9][0-9]{0,15}")) {
      throw InvalidInput.of("id", "must be a positive integer below 2^53");
    }
    try {
      return new TaskId(Long.parseLong(id));
    } catch (IllegalArgumentException tooLarge) {
      throw InvalidInput.of("id", String.valueOf(tooLarge.getMessage()));
    }
  }

  /** The fields of the JSON body. */
  Fields body() {
    return new Fields(Body.read(event));
  }

  /** The query parameters. */
  Fields query() {
    return Query.read(Objects.requireNonNullElse(event.getRawQueryString(), ""));
  }
}
