package io.agencytasks.functions.executors.apicall;

import io.agencytasks.domain.task.OnUncertain;

/** The methods that an api_call may use, and what HTTP promises of each (RFC 9110, RFC 5789). */
enum HttpMethod {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS;

  boolean takesBody() {
    return this != GET && this != HEAD;
  }

  /** Whether a request without content still says so, with a length of 0. */
  boolean expectsBody() {
    return this == POST || this == PUT || this == PATCH;
  }

  /** Whether sending it twice does the same as sending it once. */
  boolean isIdempotent() {
    return this != POST && this != PATCH;
  }

  OnUncertain onUncertain() {
    return isIdempotent() ? OnUncertain.RETRY : OnUncertain.ASK;
  }
}
