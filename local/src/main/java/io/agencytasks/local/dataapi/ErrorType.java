package io.agencytasks.local.dataapi;

/** The errors of the Data API: the name on the wire, from which the SDK takes its class. */
enum ErrorType {
  BAD_REQUEST("BadRequestException", 400),
  DATABASE_ERROR("DatabaseErrorException", 400),
  DATABASE_NOT_FOUND("DatabaseNotFoundException", 404),
  DATABASE_RESUMING("DatabaseResumingException", 400),
  DATABASE_UNAVAILABLE("DatabaseUnavailableException", 504),
  FORBIDDEN("ForbiddenException", 403),
  HTTP_ENDPOINT_NOT_ENABLED("HttpEndpointNotEnabledException", 400),
  INTERNAL_FAILURE("InternalFailure", 500),
  INVALID_SIGNATURE("InvalidSignatureException", 403),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", 403),
  REQUEST_TOO_LARGE("RequestEntityTooLargeException", 413),
  SECRETS_ERROR("SecretsErrorException", 400),
  SERIALIZATION("SerializationException", 400),
  SERVICE_UNAVAILABLE("ServiceUnavailableError", 503),
  STATEMENT_TIMEOUT("StatementTimeoutException", 400),
  TRANSACTION_NOT_FOUND("TransactionNotFoundException", 404),
  UNKNOWN_OPERATION("UnknownOperationException", 404),
  UNSUPPORTED_RESULT("UnsupportedResultException", 400),
  VALIDATION("ValidationException", 400);

  private final String wireName;
  private final int status;

  ErrorType(String wireName, int status) {
    this.wireName = wireName;
    this.status = status;
  }

  String wireName() {
    return wireName;
  }

  int status() {
    return status;
  }
}
