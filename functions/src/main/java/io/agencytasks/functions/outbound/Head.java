package io.agencytasks.functions.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first line of a message of HTTP/1.1 and its header lines, at most {@value #MAX_BYTES} bytes.
 */
record Head(String first, List<Field> fields) {
  private static final int MAX_BYTES = 64 * 1024;
  private static final String END = "\r\n";

  /** Of one connection only (RFC 9110, 7.6.1), with those that proxies are told by. */
  private static final Set<String> OF_THE_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "upgrade");

  private static final Pattern FIELD =
      Pattern.compile("(?<name>[A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \t]*(?<value>[^\r\n\u0000]*)");

  /** A header line; its name in small letters. */
  record Field(String name, String value) {}

  /** Reads one, and nothing of what follows it. */
  static Head read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("no whole head");
      }
      bytes.write(next);
      matched = next == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : next == '\r' ? 1 : 0;
      if (bytes.size() > MAX_BYTES) {
        throw new ProtocolException("a head that is too long");
      }
    }
    return parse(bytes.toString(ISO_8859_1).split(END));
  }

  private static Head parse(String[] lines) throws ProtocolException {
    var fields = new ArrayList<Field>();
    for (int i = 1; i < lines.length; i++) {
      var field = FIELD.matcher(lines[i]);
      if (!field.matches()) {
        throw new ProtocolException("no header line");
      }
      fields.add(
          new Field(field.group("name").toLowerCase(Locale.ROOT), field.group("value").strip()));
    }
    if (lines.length == 0) {
      throw new ProtocolException("no first line");
    }
    return new Head(lines[0], List.copyOf(fields));
  }

  Stream<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value);
  }

  /** Whether it asks for another protocol on this connection, or grants it: a WebSocket does. */
  boolean upgrades() {
    return all("upgrade").anyMatch(protocol -> protocol.equalsIgnoreCase("websocket"));
  }

  /** The same for the next hop, with another first line and what is said to that hop alone. */
  Head next(String firstLine, Collection<Field> own) {
    var dropped =
        all("connection")
            .flatMap(names -> Stream.of(names.split(",")))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    own.forEach(field -> dropped.add(field.name()));
    var passed =
        fields.stream()
            .filter(it -> !OF_THE_HOP.contains(it.name()) && !dropped.contains(it.name()));
    return new Head(firstLine, Stream.concat(own.stream(), passed).toList());
  }

  byte[] bytes() {
    var text = new StringBuilder(first).append(END);
    fields.forEach(
        field -> text.append(field.name()).append(": ").append(field.value()).append(END));
    return text.append(END).toString().getBytes(ISO_8859_1);
  }
}
