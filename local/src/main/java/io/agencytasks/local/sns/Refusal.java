package io.agencytasks.local.sns;

/** Ends a call with one of SNS's errors. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal invalidParameter(String what) {
    return new Refusal(400, "InvalidParameter", "Invalid parameter: " + what);
  }

  static Refusal invalidAction(String action) {
    return new Refusal(
        400, "InvalidAction", "A laptop does not speak the action %s.".formatted(action));
  }

  static Refusal noTopic() {
    return new Refusal(404, "NotFound", "Topic does not exist");
  }

  static Refusal unsigned() {
    return new Refusal(
        403, "MissingAuthenticationToken", "Request is missing Authentication Token");
  }

  static Refusal throttled() {
    return new Refusal(429, "Throttled", "Rate exceeded");
  }

  static Refusal broken(int status) {
    return new Refusal(status, "InternalFailure", "Rehearsed by the number.");
  }

  int status() {
    return status;
  }

  /** The name on the wire, from which the SDK takes its class. */
  String code() {
    return code;
  }

  String type() {
    return status < 500 ? "Sender" : "Receiver";
  }
}
