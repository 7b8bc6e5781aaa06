package io.agencytasks.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The authorizer's word on a request. */
sealed interface Authorization {

  /** It may pass; nobody is known where the route is open. */
  record Granted(Optional<Caller> caller) implements Authorization {}

  /** Its token is missing or bad: the challenge says which. */
  record Unauthorized(String challenge) implements Authorization {}

  /** Its token is good and has none of the scopes that the route asks for. */
  record Forbidden(String challenge) implements Authorization {}

  /**
   * Whose token it is.
   *
   * @param claims their values as text, as an event has them
   * @param scopes those of the route's that the token has
   */
  record Caller(Map<String, String> claims, List<String> scopes) {}
}
