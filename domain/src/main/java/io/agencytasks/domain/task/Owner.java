package io.agencytasks.domain.task;

import org.jspecify.annotations.Nullable;

/**
 * The authenticated user on whose behalf a statement runs; each is scoped by it (NFR-019, NFR-020).
 *
 * @param subject the identity provider's name for the user, at most 255 characters
 * @param email as the token claims it
 * @param name as the token claims it
 */
public record Owner(String subject, @Nullable String email, @Nullable String name) {}
