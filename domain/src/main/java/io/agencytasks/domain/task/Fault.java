package io.agencytasks.domain.task;

/**
 * One thing wrong with an input.
 *
 * @param field where, as a path from the top of the input: {@code executionConfig.url}
 * @param message what must hold there, as the end of the sentence "This field …"
 */
public record Fault(String field, String message) {}
