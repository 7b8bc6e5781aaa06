package io.agencytasks.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a query string: decoded, a repeated parameter's values joined by commas. */
final class QueryString {
  private QueryString() {}

  static Map<String, String> parse(String raw) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? decode(parts[1]) : "";
        parameters.merge(decode(parts[0]), value, (before, next) -> before + "," + next);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
