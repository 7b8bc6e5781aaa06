package io.agencytasks.local.secretsmanager;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The operations that are spoken here, each with the members that the functions use. */
record Operations(KeptSecrets secrets, Clock clock) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_IN_A_LIST = 100;
  private static final String STAGE = "AWSCURRENT";

  /**
   * Does what was asked.
   *
   * @throws Refusal as AWS would refuse it
   */
  ObjectNode answer(String operation, Call call) {
    return switch (operation) {
      case "CreateSecret" ->
          create(call.understanding("Name", "ClientRequestToken", "SecretString"));
      case "PutSecretValue" ->
          put(call.understanding("SecretId", "ClientRequestToken", "SecretString"));
      case "GetSecretValue" -> get(call.understanding("SecretId"));
      case "DescribeSecret" -> described(found(call.understanding("SecretId")));
      case "ListSecrets" -> list(call.understanding("Filters", "MaxResults", "NextToken"));
      case "DeleteSecret" ->
          delete(
              call.understanding("SecretId", "ForceDeleteWithoutRecovery", "RecoveryWindowInDays"));
      default -> throw Refusal.unknownOperation();
    };
  }

  private ObjectNode create(Call call) {
    Secret secret = secrets.create(call.name(), call.token(), call.value());
    return named(secret).put("VersionId", secret.version());
  }

  private ObjectNode put(Call call) {
    Secret secret = secrets.put(call.secretId(), call.token(), call.value());
    return staged(named(secret).put("VersionId", secret.version()));
  }

  private ObjectNode get(Call call) {
    Secret secret = found(call);
    ObjectNode answer = named(secret).put("VersionId", secret.version());
    answer.put("SecretString", secret.value());
    answer.put("CreatedDate", seconds(secret.changed()));
    return staged(answer);
  }

  /** A secret that is not there is deleted, too, as AWS has it. */
  private ObjectNode delete(Call call) {
    boolean forced = call.flag("ForceDeleteWithoutRecovery");
    if (forced && call.has("RecoveryWindowInDays")) {
      throw Refusal.invalidParameter(
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    if (!forced) {
      throw Refusal.invalidParameter(
          "A laptop deletes without recovery only: set ForceDeleteWithoutRecovery.");
    }
    return secrets
        .delete(call.secretId())
        .map(Operations::named)
        .orElseGet(() -> JSON.createObjectNode().put("Name", call.secretId()))
        .put("DeletionDate", seconds(clock.instant()));
  }

  private ObjectNode list(Call call) {
    int most = call.number("MaxResults", 1, MOST_IN_A_LIST, MOST_IN_A_LIST);
    List<Secret> found = secrets.list(after(call), call.prefixes(), most + 1);
    List<Secret> page = found.subList(0, Math.min(most, found.size()));
    ObjectNode answer = JSON.createObjectNode();
    page.forEach(secret -> answer.withArray("/SecretList").add(described(secret)));
    answer.withArray("/SecretList");
    if (found.size() > page.size()) {
      byte[] last = page.getLast().name().getBytes(StandardCharsets.UTF_8);
      answer.put("NextToken", Base64.getEncoder().encodeToString(last));
    }
    return answer;
  }

  private static String after(Call call) {
    try {
      return new String(Base64.getDecoder().decode(call.text("NextToken")), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException foreign) {
      throw Refusal.invalidNextToken();
    }
  }

  private Secret found(Call call) {
    return secrets.find(call.secretId()).orElseThrow(Refusal::notFound);
  }

  private static ObjectNode described(Secret secret) {
    return named(secret)
        .put("CreatedDate", seconds(secret.created()))
        .put("LastChangedDate", seconds(secret.changed()));
  }

  private static ObjectNode named(Secret secret) {
    return JSON.createObjectNode().put("ARN", secret.arn()).put("Name", secret.name());
  }

  private static ObjectNode staged(ObjectNode answer) {
    answer.putArray("VersionStages").add(STAGE);
    return answer;
  }

  /** Since 1970, to the millisecond. */
  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3);
  }
}
