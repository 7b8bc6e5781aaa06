package io.agencytasks.functions.http;

import io.agencytasks.domain.change.IfMatch;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The If-Match header of RFC 9110: {@code *}, or one or more ETags. */
final class IfMatchHeader {
  private static final Pattern LIST =
      Pattern.compile("(?:W/)?\"[^\"]*\"(?:\\s*,\\s*(?:W/)?\"[^\"]*\")*");

  /** Ours, and strong: a weak one never matches here. */
  private static final Pattern VERSION = Pattern.compile("(?<!W/)\"([1-9][0-9]{0,8})\"");

  private IfMatchHeader() {}

  /**
   * Reads it. What is no ETag of ours matches nothing.
   *
   * @throws InvalidInput when it is neither a star nor ETags
   */
  static IfMatch read(String header) {
    var value = header.strip();
    if (value.equals("*")) {
      return IfMatch.ANY;
    }
    if (!LIST.matcher(value).matches()) {
      throw InvalidInput.of("If-Match", "must be * or ETags, each in double quotes");
    }
    Set<Integer> versions = new HashSet<>();
    VERSION.matcher(value).results().forEach(etag -> versions.add(Integer.valueOf(etag.group(1))));
    return new IfMatch(Optional.of(versions));
  }
}
