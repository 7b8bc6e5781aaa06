package io.agencytasks.local.dataapi;

import com.sun.net.httpserver.Headers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets a call in that is signed and names the cluster, its secret and its database. */
final class Access {
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/[^/]+/([^/]+)/aws4_request, ?"
              + "SignedHeaders=[^,]+, ?Signature=[0-9a-f]{64}");
  private static final Pattern CLUSTER_ARN =
      Pattern.compile("arn:[^:]+:rds:[^:]+:(\\d{12}):cluster:.+");
  private static final Pattern SECRET_ARN =
      Pattern.compile("arn:[^:]+:secretsmanager:[^:]+:(\\d{12}):secret:.+");

  private final DataApiSettings settings;

  Access(DataApiSettings settings) {
    this.settings = settings;
  }

  /** The signature must be there and meant for this service; it isn't verified. */
  static void checkSignature(Headers headers) {
    String authorization = headers.getFirst("Authorization");
    if (authorization == null) {
      throw new Refusal(ErrorType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }
    Matcher signature = SIGNATURE.matcher(authorization);
    if (!signature.matches()) {
      throw new Refusal(
          ErrorType.INVALID_SIGNATURE, "Authorization header isn't a complete SigV4 signature.");
    }
    if (!signature.group(1).equals("rds-data")) {
      throw new Refusal(
          ErrorType.INVALID_SIGNATURE,
          "Credential should be scoped to correct service: 'rds-data'.");
    }
  }

  void check(Call call) {
    String account = checkCluster(call.resourceArn());
    checkSecret(call.secretArn(), account);
    if (call.schema() != null) {
      throw new Refusal(ErrorType.VALIDATION, "The schema parameter isn't supported");
    }
  }

  /** The database may be left out only where a transaction knows it. */
  void checkDatabase(Call call) {
    if (call.database() == null && call.transaction().isEmpty()) {
      throw new Refusal(ErrorType.BAD_REQUEST, "Database name is not set.");
    }
    if (call.database() != null && !call.database().equals(settings.database())) {
      throw new Refusal(
          ErrorType.DATABASE_NOT_FOUND, "Database %s is not found.".formatted(call.database()));
    }
  }

  private String checkCluster(@Nullable String arn) {
    String account = account(CLUSTER_ARN, arn, "resourceArn");
    if (!settings.clusterArn().equals(arn)) {
      throw new Refusal(
          ErrorType.HTTP_ENDPOINT_NOT_ENABLED, "HttpEndpoint is not enabled for resource " + arn);
    }
    return account;
  }

  private void checkSecret(@Nullable String arn, String account) {
    if (!account(SECRET_ARN, arn, "secretArn").equals(account)) {
      throw new Refusal(
          ErrorType.FORBIDDEN, "The secret %s belongs to another account.".formatted(arn));
    }
    if (!settings.secretArn().equals(arn)) {
      throw new Refusal(
          ErrorType.SECRETS_ERROR, "Secrets Manager can't find the secret %s.".formatted(arn));
    }
  }

  private static String account(Pattern form, @Nullable String arn, String member) {
    Matcher matcher = form.matcher(arn == null ? "" : arn);
    if (!matcher.matches()) {
      throw new Refusal(ErrorType.BAD_REQUEST, "Invalid " + member + ": " + arn);
    }
    return matcher.group(1);
  }
}
