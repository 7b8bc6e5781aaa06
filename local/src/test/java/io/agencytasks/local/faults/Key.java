package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.spine.Caller;
import java.util.Set;

/** The secret that each user has: of one name for all, of another value for each. */
final class Key {
  private static final String NAME = "key";

  private Key() {}

  /** What a call with the key of this user says in its header Authorization. */
  static String authorization(String subject) {
    return "Bearer " + value(subject);
  }

  /** Has a task's calls carry it, by reference. */
  static void use(ObjectNode config) {
    config.putObject("auth").put("type", "bearer").putObject("token").put("secretRef", NAME);
  }

  /** Harmless to repeat. */
  static void put(String subject, Caller caller) {
    var answer =
        caller.send("PUT", "/v1/secrets/" + NAME, "{\"value\":\"%s\"}".formatted(value(subject)));
    assertThat(answer.statusCode()).as(answer.body()).isIn(Set.of(200, 201));
  }

  private static String value(String subject) {
    return "key-of-" + subject;
  }
}
