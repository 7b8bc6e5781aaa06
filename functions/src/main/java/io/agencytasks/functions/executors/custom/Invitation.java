package io.agencytasks.functions.executors.custom;

import io.agencytasks.domain.execution.CallbackToken;
import java.time.Instant;

/**
 * What lets an endpoint call back.
 *
 * @param url with the token in it: for that endpoint only
 * @param expiresAt a whole second
 */
record Invitation(CallbackToken token, String url, Instant expiresAt) {

  /** Without the token, wherever it may end. */
  @Override
  public String toString() {
    return "invitation until " + expiresAt;
  }
}
