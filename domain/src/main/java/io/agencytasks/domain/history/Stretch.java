package io.agencytasks.domain.history;

/**
 * Which part of a history is wanted, newest first.
 *
 * @param limit 1 to 100 (FR-012.3)
 * @param offset 0 or more (FR-012.4)
 */
public record Stretch(int limit, int offset) {}
