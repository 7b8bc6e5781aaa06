package io.agencytasks.functions.executors;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The rules for URLs that are called, stricter than those of a browser's address bar. */
public final class UrlField {
  private static final String NAME = "url";
  private static final int MAX_LENGTH = 2_048;

  /** Parsers differ over blanks, backslashes and missing slashes, so none may occur. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)https?://(?<authority>[^/?#<>\"^`{|}]+)(?:[/?#][^\\s\\\\\\p{Cntrl}]*)?");

  private UrlField() {}

  /** Reads {@code url}, which must be there. */
  public static Optional<HttpUrl> read(ConfigFields fields) {
    return read(NAME, fields);
  }

  /** The same for a browser, to which a fragment may mean something; as it was written. */
  public static Optional<String> readPage(ConfigFields fields) {
    Optional<String> given = fields.text(NAME);
    fields.require(NAME);
    return given.filter(text -> parse(NAME, text.replaceFirst("#.*", ""), fields).isPresent());
  }

  /** Reads a field of another name, which must be there. */
  public static Optional<HttpUrl> read(String name, ConfigFields fields) {
    Optional<String> given = fields.text(name);
    fields.require(name);
    return given.flatMap(text -> parse(name, text, fields));
  }

  private static Optional<HttpUrl> parse(String name, String text, ConfigFields fields) {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      fields.fault(name, "must be at most %,d characters".formatted(MAX_LENGTH));
      return Optional.empty();
    }
    var parts = ABSOLUTE.matcher(text);
    Optional<HttpUrl> url =
        parts.matches() ? Optional.ofNullable(HttpUrl.parse(text)) : Optional.empty();
    if (url.isEmpty()) {
      fields.fault(name, "must be an absolute http or https URL, without blanks");
    } else if (parts.group("authority").contains("@")) {
      fields.fault(name, "must carry no user name or password, since URLs are shown and logged");
    } else if (text.contains("#")) {
      fields.fault(name, "must have no fragment, which is never sent");
    }
    return url;
  }
}
