package io.agencytasks.local.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of a mail, as they are written. */
record Headers(List<Header> all) {
  /** More of them are not told. */
  private static final int MOST_BYTES = 10 * 1024;

  /** One of them. */
  record Header(String name, String value) {}

  static Headers of(Path mail) throws IOException {
    byte[] start;
    try (var content = Files.newInputStream(mail)) {
      start = content.readNBytes(MOST_BYTES);
    }
    List<Header> headers = new ArrayList<>();
    String unfolded = new String(start, StandardCharsets.UTF_8).replaceAll("\\r?\\n(?=[ \\t])", "");
    for (String line : unfolded.split("\\r?\\n", -1)) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        break;
      }
      headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
    return new Headers(headers);
  }

  Optional<String> find(String name) {
    return all.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
