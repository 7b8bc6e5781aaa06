package io.agencytasks.domain.secret;

import java.time.Instant;

/**
 * A secret as it is shown: never with its value.
 *
 * @param updatedAt when it last got a value
 */
public record Secret(SecretName name, Instant createdAt, Instant updatedAt) {}
