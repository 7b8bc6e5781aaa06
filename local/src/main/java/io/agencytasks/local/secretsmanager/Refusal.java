package io.agencytasks.local.secretsmanager;

/** Ends a call with one of Secrets Manager's errors. Its message never has a value in it. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  private Refusal(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  static Refusal notFound() {
    return new Refusal(
        "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }

  static Refusal exists(String name) {
    return new Refusal(
        "ResourceExistsException",
        "The operation failed because the secret %s already exists.".formatted(name));
  }

  static Refusal tokenInUse(String token, String name) {
    return new Refusal(
        "ResourceExistsException",
        "You can't use ClientRequestToken %s because that value is already in use for a version of secret %s."
            .formatted(token, name));
  }

  static Refusal validation(String message) {
    return new Refusal("ValidationException", message);
  }

  static Refusal invalidParameter(String message) {
    return new Refusal("InvalidParameterException", message);
  }

  static Refusal invalidNextToken() {
    return new Refusal("InvalidNextTokenException", "Invalid pagination token.");
  }

  static Refusal unknownOperation() {
    return new Refusal("UnknownOperationException", "A laptop does not speak this operation.");
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
