package io.agencytasks.domain.listing;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to 100 (FR-003.13)
 * @param offset 0 or more (FR-003.14); not with a cursor
 * @param after the last task already seen
 */
public record Page(int limit, int offset, Optional<Cursor> after) {}
