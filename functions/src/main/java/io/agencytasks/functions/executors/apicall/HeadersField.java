package io.agencytasks.functions.executors.apicall;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.functions.executors.ConfigFields;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The rules for {@code executionConfig.headers}. */
final class HeadersField {
  private static final String NAME = "headers";
  private static final int MAX_HEADERS = 50;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  /** What the sender must say itself, so that nobody can smuggle a second request or host. */
  private static final Set<String> SENDERS_OWN =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HeadersField() {}

  static Headers read(ConfigFields fields) {
    var headers = new Headers.Builder();
    fields.value(NAME).ifPresent(given -> collect(given, fields, headers));
    return headers.build();
  }

  private static void collect(JsonNode given, ConfigFields fields, Headers.Builder headers) {
    if (!given.isObject()) {
      fields.fault(NAME, "must be an object of strings");
    } else if (given.size() > MAX_HEADERS) {
      fields.fault(NAME, "must have at most " + MAX_HEADERS + " entries");
    }
    given.properties().forEach(entry -> add(entry.getKey(), entry.getValue(), fields, headers));
  }

  private static void add(
      String name, JsonNode value, ConfigFields fields, Headers.Builder headers) {
    String path = NAME + "." + name;
    if (!TOKEN.matcher(name).matches()) {
      fields.fault(path, "must be named with letters, digits and hyphens, at most 100");
    } else if (SENDERS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
      fields.fault(path, "is set by the sender itself and must be left out");
    } else if (headers.get(name) != null) {
      fields.fault(path, "is there twice; case makes no difference");
    } else if (!value.isTextual() || !VALUE.matcher(value.textValue()).matches()) {
      fields.fault(path, "must be a string of printable ASCII characters");
    } else {
      headers.add(name, value.textValue());
    }
  }
}
