package io.agencytasks.domain.change;

import java.util.Optional;
import java.util.Set;

/**
 * The versions that a change is meant for.
 *
 * @param versions empty for whatever is there
 */
public record IfMatch(Optional<Set<Integer>> versions) {
  public static final IfMatch ANY = new IfMatch(Optional.empty());
}
