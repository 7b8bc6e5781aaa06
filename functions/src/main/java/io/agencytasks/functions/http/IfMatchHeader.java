package io.agencytasks.functions.http;

import io.agencytasks.domain.change.IfMatch;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The If-Match header of RFC 9110: {@code *}, or one or more ETags. */
final class IfMatchHeader {
  /** The next one of a list. Matched one by one, since a pattern of them all would recurse. */
  private static final Pattern NEXT =
      Pattern.compile("\\G(?:W/\"[^\"]*\"|\"(?<tag>[^\"]*)\")\\s*(?<more>,\\s*|$)");

  /** Ours; a weak one never matches here. */
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

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
    Set<Integer> versions = new HashSet<>();
    var etags = NEXT.matcher(value);
    boolean more = true;
    while (more) {
      if (!etags.find()) {
        throw InvalidInput.of("If-Match", "must be * or ETags, each in double quotes");
      }
      var tag = etags.group("tag");
      if (tag != null && VERSION.matcher(tag).matches()) {
        versions.add(Integer.valueOf(tag));
      }
      more = !etags.group("more").isEmpty();
    }
    return new IfMatch(Optional.of(versions));
  }
}
