package io.agencytasks.domain.repeat;

/**
 * The caller's mark on a request: the same mark on another request means the same wish. It holds
 * for its owner alone, for 24 hours.
 *
 * @param value at most 255 visible characters
 * @param requestHash tells requests apart that carry the same key by mistake
 */
public record IdempotencyKey(String value, String requestHash) {}
