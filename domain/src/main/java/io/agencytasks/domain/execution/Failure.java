package io.agencytasks.domain.execution;

/**
 * Why an attempt failed, for people to read: never a secret, never a payload.
 *
 * @param code a stable name in capitals, at most 100 characters: {@code HTTP_503}
 * @param message one or two sentences that say what happened and what to do
 */
public record Failure(String code, String message) {}
