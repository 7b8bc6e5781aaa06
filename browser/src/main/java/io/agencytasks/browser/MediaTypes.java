package io.agencytasks.browser;

import java.util.Map;

/** What files are by the ends of their names; never what a browser would run as a page. */
final class MediaTypes {
  private static final Map<String, String> BY_SUFFIX =
      Map.of(
          "csv", "text/csv",
          "gif", "image/gif",
          "jpg", "image/jpeg",
          "json", "application/json",
          "pdf", "application/pdf",
          "png", "image/png",
          "txt", "text/plain",
          "zip", "application/zip");

  private MediaTypes() {}

  static String of(String name) {
    var suffix = name.substring(name.lastIndexOf('.') + 1);
    return BY_SUFFIX.getOrDefault(suffix, "application/octet-stream");
  }
}
