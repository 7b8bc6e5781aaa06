package io.agencytasks.domain.history;

import java.util.List;

/**
 * A part of a history.
 *
 * @param entries newest first (FR-012.5); fewer than were asked for where they are too big for one
 *     answer of the API
 * @param total how many there are in all
 */
public record History<T>(List<T> entries, long total) {}
