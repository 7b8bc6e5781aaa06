package io.agencytasks.domain.inbound;

import org.jspecify.annotations.Nullable;

/**
 * What a message is called.
 *
 * @param external by its sender's side, at most 998 characters of ASCII: the same for every repeat
 * @param proof what it was proven by, where that tells repeats that the id does not; 64 characters
 * @param knownAs by its sender, where answers will name that and not the external id; at most 255
 *     characters of ASCII
 */
public record MessageIds(String external, @Nullable String proof, @Nullable String knownAs) {

  /** Of a message that has only one. */
  public static MessageIds external(String id) {
    return new MessageIds(id, null, null);
  }
}
