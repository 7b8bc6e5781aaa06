package io.agencytasks.functions.executors;

import io.agencytasks.domain.secret.SecretName;
import java.util.Optional;

/**
 * A credential in a configuration: {@code {"secretRef": "name"}}, and nothing else, since a
 * configuration is shown to whoever may see the task.
 */
public final class SecretReference {
  /** What must stand where a credential was written out, as the end of "This field …". */
  public static final String WANTED =
      "must be a reference to a secret: put it with PUT /v1/secrets/{name} and write"
          + " {\"secretRef\": \"name\"}";

  private static final String FIELD = "secretRef";

  private SecretReference() {}

  /** The name that a field refers to, which must be there. */
  public static Optional<SecretName> read(String field, ConfigFields fields) {
    if (fields.value(field).filter(value -> !value.isObject()).isPresent()) {
      fields.fault(field, WANTED);
      return Optional.empty();
    }
    fields.require(field);
    return fields.object(field).flatMap(SecretReference::name);
  }

  private static Optional<SecretName> name(ConfigFields reference) {
    Optional<String> given = reference.text(FIELD);
    reference.require(FIELD);
    if (given.isPresent() && !SecretName.isOne(given.get())) {
      reference.fault(
          FIELD, "must be the name of a secret: 1 to 64 letters from A to Z, digits, _ and -");
    }
    return given.filter(SecretName::isOne).map(SecretName::new);
  }
}
