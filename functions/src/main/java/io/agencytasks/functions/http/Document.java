package io.agencytasks.functions.http;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is served as it is. It is packed once: Lambda answers with 6 MB at most, and nobody
 * between it and the reader packs anything.
 *
 * @param version changes with the content
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out: never compared, never changed
record Document(String type, String version, byte[] plain, byte[] packed) {

  /** Reads what the build has put beside the classes. */
  static Document load(String resource, String type) {
    try (var in = Document.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      var plain = in.readAllBytes();
      return new Document(type, versionOf(plain), plain, packed(plain));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The document, or word that the reader has it already. */
  Answer answer(Request request, Map<String, String> more) {
    // Weak: packed and plain are the same document.
    var etag = "W/\"%s\"".formatted(version);
    var headers = new HashMap<>(more);
    headers.put("ETag", etag);
    headers.put("Vary", "Accept-Encoding");
    headers.put("X-Content-Type-Options", "nosniff");
    if (request.header("if-none-match").contains(etag)) {
      return new Answer(304, headers, new Content(type, new byte[0]));
    }
    if (!request.header("accept-encoding").contains("gzip")) {
      return new Answer(200, headers, new Content(type, plain));
    }
    headers.put("Content-Encoding", "gzip");
    return new Answer(200, headers, new Content(type, packed));
  }

  private static byte[] packed(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static String versionOf(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
