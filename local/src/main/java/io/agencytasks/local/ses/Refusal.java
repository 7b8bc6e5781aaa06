package io.agencytasks.local.ses;

/** Ends a call with one of SES's errors. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  private Refusal(int status, String type, String message) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
  }

  static Refusal badRequest(String message) {
    return new Refusal(400, "BadRequestException", message);
  }

  static Refusal rejected(String message) {
    return new Refusal(400, "MessageRejected", message);
  }

  static Refusal notVerified(String sender, String region) {
    return rejected(
        "Email address is not verified. The following identities failed the check in region %s: %s"
            .formatted(region, sender));
  }

  static Refusal throttled() {
    return new Refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
  }

  static Refusal unavailable() {
    return new Refusal(503, "ServiceUnavailable", "The service is unavailable.");
  }

  static Refusal unknownOperation() {
    return new Refusal(404, "UnknownOperationException", "A laptop does not speak this operation.");
  }

  static Refusal unsigned() {
    return new Refusal(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  int status() {
    return status;
  }

  /** The name on the wire, from which the SDK takes its class. */
  String type() {
    return type;
  }
}
