package io.agencytasks.functions.executors;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The rules for {@code executionConfig.url}, stricter than those of a browser's address bar. */
public final class UrlField {
  private static final String NAME = "url";
  private static final int MAX_LENGTH = 2_048;

  /** Parsers differ over blanks, backslashes and missing slashes, so none may occur. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)https?://(?<authority>[^/?#<>\"^`{|}]+)(?:[/?#][^\\s\\\\\\p{Cntrl}]*)?");

  private UrlField() {}

  public static Optional<HttpUrl> read(ConfigFields fields) {
    Optional<String> given = fields.text(NAME);
    fields.require(NAME);
    return given.flatMap(text -> parse(text, fields));
  }

  /** The same for a browser, to which a fragment may mean something; as it was written. */
  public static Optional<String> readPage(ConfigFields fields) {
    Optional<String> given = fields.text(NAME);
    fields.require(NAME);
    return given.filter(text -> parse(text.replaceFirst("#.*", ""), fields).isPresent());
  }

  private static Optional<HttpUrl> parse(String text, ConfigFields fields) {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      fields.fault(NAME, "must be at most %,d characters".formatted(MAX_LENGTH));
      return Optional.empty();
    }
    var parts = ABSOLUTE.matcher(text);
    Optional<HttpUrl> url =
        parts.matches() ? Optional.ofNullable(HttpUrl.parse(text)) : Optional.empty();
    if (url.isEmpty()) {
      fields.fault(NAME, "must be an absolute http or https URL, without blanks");
    } else if (parts.group("authority").contains("@")) {
      fields.fault(NAME, "must carry no user name or password; send them by auth");
    } else if (text.contains("#")) {
      fields.fault(NAME, "must have no fragment, which is never sent");
    }
    return url;
  }
}
