package io.agencytasks.local.bus;

/** Ends a call with one of EventBridge's errors. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  private Refusal(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  static Refusal validation(String message) {
    return new Refusal("ValidationException", message);
  }

  static Refusal unknownOperation() {
    return new Refusal("UnknownOperationException", "Only AWSEvents.PutEvents is spoken here.");
  }

  static Refusal malformed() {
    return new Refusal("SerializationException", "The body is no JSON object.");
  }

  static Refusal unsigned() {
    return new Refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  /** The name on the wire, from which the SDK takes its class. */
  String type() {
    return type;
  }
}
