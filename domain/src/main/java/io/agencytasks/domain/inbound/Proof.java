package io.agencytasks.domain.inbound;

import java.util.Optional;

/**
 * That a request comes from who knows the secret.
 *
 * @param externalId what the sender calls its message, where the way of proving says
 * @param mark what tells repeats where the id is not a part of what was signed; 64 characters
 */
public record Proof(Optional<String> externalId, Optional<String> mark) {}
