package io.agencytasks.functions.inbound.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Messages that nobody's program should write, each a file by the name of what is wrong with it.
 */
final class HostileMessages {
  private static final String HEAD =
      "From: Alice <alice@example.com>\r\nSubject: Hello\r\nMessage-ID: <m1@example.com>\r\n";
  private static final String MULTIPART =
      HEAD + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
  private static final String PART = "--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n";
  private static final int MANY = 100_000;
  private static final int MEGABYTE = 1024 * 1024;

  private final Map<String, Message> all = new LinkedHashMap<>();

  /** Writes itself. */
  private interface Message {
    void to(OutputStream out) throws IOException;
  }

  HostileMessages() {
    broken();
    headers();
    multiparts();
    encodings();
    texts();
    large();
  }

  /** Writes them all into a folder. */
  void writeTo(Path folder) throws IOException {
    for (var message : all.entrySet()) {
      try (var out = Files.newOutputStream(folder.resolve(message.getKey()))) {
        message.getValue().to(out);
      }
    }
  }

  int count() {
    return all.size();
  }

  private void broken() {
    say("empty", "");
    say("only-a-line-break", "\r\n");
    say("no-headers", "\r\nHello");
    say("no-body", HEAD);
    say("headers-cut-within-a-name", "From: alice@example.com\r\nSubj");
    say("bare-line-feeds", HEAD.replace("\r\n", "\n") + "\nHello");
    say("bare-returns", HEAD.replace("\r\n", "\r") + "\rHello");
    say("mixed-line-ends", "From: a@example.com\nSubject: x\r\n\rHello\n\r\n");
    say("all-zeros", "\0".repeat(MANY));
    say("zeros-in-headers", "From: a\0@example.com\r\nSubject: \0\0\r\n\r\nHi\0");
    bytes("noise", noise(MEGABYTE));
    bytes("noise-after-headers", join(HEAD + "\r\n", noise(MEGABYTE)));
    bytes(
        "bytes-over-127-in-headers",
        "From: ä@example.com\r\nSubject: ü\r\n\r\nö".getBytes(ISO_8859_1));
    say("mbox-line-first", "From alice Mon Nov 23 10:00:00 2026\r\n" + HEAD + "\r\nHi");
    say("a-colon-alone", ":\r\n:\r\n: :\r\n\r\nHi");
    say("header-without-colon", "Hello there\r\n" + HEAD + "\r\nHi");
    say("blank-before-colon", "Subject : x\r\nFrom : a@example.com\r\n\r\nHi");
  }

  private void headers() {
    say("100000-headers", (HEAD + "X-A: b\r\n".repeat(MANY)) + "\r\nHi");
    say("header-of-a-megabyte", HEAD + "X-A: " + "b".repeat(MEGABYTE) + "\r\n\r\nHi");
    say("header-folded-100000-times", HEAD + "X-A: b" + "\r\n b".repeat(MANY) + "\r\n\r\nHi");
    say("name-of-a-megabyte", HEAD + "X".repeat(MEGABYTE) + ": b\r\n\r\nHi");
    say("100000-subjects", "Subject: s\r\n".repeat(MANY) + "\r\nHi");
    say("100000-senders", "From: " + "a@example.com, ".repeat(MANY) + "\r\n\r\nHi");
    say(
        "sender-in-nested-comments",
        "From: " + "(".repeat(5_000) + "a" + ")".repeat(5_000) + " <a@example.com>\r\n\r\nHi");
    say("sender-in-open-quotes", "From: \"" + "\\\"".repeat(10_000) + " <a@example.com>\r\n\r\nHi");
    say("sender-groups", "From: " + "g:".repeat(5_000) + "a@example.com;\r\n\r\nHi");
    say("sender-route", "From: <" + "@a,".repeat(5_000) + ":a@example.com>\r\n\r\nHi");
    say("sender-without-address", "From: Alice\r\nSubject: x\r\n\r\nHi");
    say("sender-of-angles", "From: " + "<".repeat(MANY) + "\r\n\r\nHi");
    say(
        "100000-references",
        HEAD + "References:" + "\r\n <r@example.com>".repeat(2_000) + "\r\n\r\nHi");
    say("reference-without-end", HEAD + "References: <" + "r".repeat(40_000) + "\r\n\r\nHi");
    say("encoded-words-without-end", "Subject: " + "=?utf-8?q?".repeat(4_000) + "\r\n\r\nHi");
    say("encoded-words-many", "Subject: " + "=?utf-8?b?8J+mhQ==?= ".repeat(2_000) + "\r\n\r\nHi");
    say(
        "encoded-word-of-no-charset",
        "Subject: =?none-such?q?x?= =??q?x?= =?utf-8?x?x?=\r\n\r\nHi");
    say(
        "encoded-line-break-in-subject",
        "Subject: =?utf-8?q?x=0D=0ABcc:_b@example.com?=\r\n\r\nHi");
    say("surrogates-in-subject", "Subject: =?utf-8?b?7aCA?=\r\n\r\nHi");
  }

  private void multiparts() {
    say("multipart-without-boundary", HEAD + "Content-Type: multipart/mixed\r\n\r\nHi");
    say("multipart-of-nothing", MULTIPART);
    say("multipart-never-closed", MULTIPART + PART);
    say("boundary-closed-at-once", MULTIPART + "--b--\r\n" + PART);
    say(
        "boundary-empty",
        HEAD + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\nHi\r\n----");
    say(
        "boundary-of-40000",
        HEAD
            + "Content-Type: multipart/mixed; boundary="
            + "b".repeat(40_000)
            + "\r\n\r\n--b\r\n\r\nHi");
    say(
        "two-boundaries",
        HEAD
            + "Content-Type: multipart/mixed; boundary=a; boundary=b\r\n\r\n"
            + PART
            + "--a\r\n\r\nx");
    say("100000-parts", MULTIPART + PART.repeat(MANY) + "--b--");
    say(
        "100000-attachments",
        MULTIPART
            + PART.replace("\r\n\r\n", "\r\nContent-Disposition: attachment\r\n\r\n")
                .repeat(20_000));
    say("nested-1000-deep", nested(1_000, false));
    say("nested-1000-deep-with-one-boundary", nested(1_000, true));
    say(
        "messages-within-messages",
        HEAD + ("Content-Type: message/rfc822\r\n\r\n" + HEAD).repeat(5_000) + "\r\nHi");
    say("boundary-like-lines", MULTIPART + PART + "--bb\r\n".repeat(MANY) + "--b--");
    say("content-type-of-nothing", HEAD + "Content-Type:\r\n\r\nHi");
    say("content-type-of-slashes", HEAD + "Content-Type: " + "/".repeat(10_000) + "\r\n\r\nHi");
    say(
        "100000-parameters",
        HEAD + "Content-Type: text/plain" + "; a=b".repeat(8_000) + "\r\n\r\nHi");
    say(
        "parameters-in-pieces",
        MULTIPART
            + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment"
            + pieces(1_000)
            + "\r\n\r\nx\r\n--b--");
    say("file-name-leads-out", file("../../../../etc/passwd"));
    say("file-name-of-windows", file("C:\\\\..\\\\autoexec.bat"));
    say("file-name-of-dots", file(".."));
    say("file-name-of-controls", file("a\u0001\u0002\u202egpj.exe"));
    say("file-name-of-40000", file("n".repeat(40_000)));
  }

  private void encodings() {
    say("encoding-unknown", HEAD + "Content-Transfer-Encoding: x-none\r\n\r\nHi");
    say("base64-of-noise", HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + "!?".repeat(MANY));
    say("base64-cut", HEAD + "Content-Transfer-Encoding: base64\r\n\r\nSGVsbG8gd29ybG");
    say(
        "base64-on-one-line",
        HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + "QUFB".repeat(MEGABYTE));
    say(
        "quoted-printable-of-nothing",
        HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "=".repeat(MANY));
    say(
        "quoted-printable-soft-breaks",
        HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "=\r\n".repeat(MANY));
    say("charset-unknown", HEAD + "Content-Type: text/plain; charset=none-such\r\n\r\nHi");
    say("charset-illegal", HEAD + "Content-Type: text/plain; charset=\"\u0007 (\"\r\n\r\nHi");
    say("charset-utf-16-odd", HEAD + "Content-Type: text/plain; charset=utf-16\r\n\r\nabc");
    say("charset-utf-7", HEAD + "Content-Type: text/plain; charset=utf-7\r\n\r\n+ADw-script+AD4-");
    say("bad-utf-8", HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n\u00c3(\u00a0\u00a1");
  }

  private void texts() {
    html("html-nested-100000-deep", "<div>".repeat(MANY) + "Hi");
    html("html-nested-quotes", "<blockquote>".repeat(MANY) + "Hi");
    html("html-tables-in-tables", "<table><tr><td>".repeat(20_000) + "Hi");
    html("html-one-tag-of-a-megabyte", "<a href=\"" + "x".repeat(MEGABYTE) + "\">Hi</a>");
    html("html-100000-attributes", "<a " + "b=c ".repeat(MANY) + ">Hi</a>");
    html("html-entities", "&lt;".repeat(MANY) + "&#x10ffff;&#xd800;&bogus;");
    html("html-script", "<script>alert('1')</script><style>p{}</style><p>Hi</p><iframe src=x>");
    html("html-never-closed", "<p <b <i <!-- Hi");
    say("lines-of-quotes", HEAD + "\r\n" + "> x\r\n".repeat(MANY));
    say("line-of-a-megabyte", HEAD + "\r\n" + "x".repeat(MEGABYTE));
    say("line-like-a-quote", HEAD + "\r\nOn " + "x ".repeat(MANY) + "wrote:\r\nHi");
    say("blank-lines", HEAD + "\r\n" + "\r\n".repeat(MEGABYTE));
    say("underscores", HEAD + "\r\n" + "_".repeat(MEGABYTE));
    say("blanks-before-line-ends", HEAD + "\r\n" + (" ".repeat(1_000) + "\r\n").repeat(500));
  }

  private void large() {
    all.put(
        "text-of-40-megabytes",
        out -> repeat(out, HEAD + "\r\n", "Hello world\r\n", 40 * MEGABYTE));
    all.put(
        "attachment-of-40-megabytes",
        out ->
            repeat(
                out,
                MULTIPART
                    + "--b\r\n"
                    + "Content-Type: application/pdf; name=a.pdf\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n",
                Base64.getMimeEncoder().encodeToString(new byte[57]) + "\r\n",
                40 * MEGABYTE));
    all.put(
        "attachments-of-10-megabytes",
        out -> {
          out.write(MULTIPART.getBytes(UTF_8));
          for (int i = 0; i < 4; i++) {
            repeat(
                out,
                "--b\r\nContent-Type: image/png\r\n\r\n",
                "x".repeat(76) + "\r\n",
                9 * MEGABYTE);
          }
        });
    all.put(
        "html-of-10-megabytes",
        out ->
            repeat(
                out,
                HEAD + "Content-Type: text/html\r\n\r\n",
                "<p>Hello <b>world</b></p>",
                10 * MEGABYTE));
  }

  private static void repeat(OutputStream out, String head, String line, int bytes)
      throws IOException {
    out.write(head.getBytes(UTF_8));
    byte[] lines = line.repeat(1_000).getBytes(UTF_8);
    for (int written = 0; written < bytes; written += lines.length) {
      out.write(lines);
    }
  }

  private static String nested(int depth, boolean oneBoundary) {
    var text = new StringBuilder(HEAD);
    for (int i = 0; i < depth; i++) {
      String boundary = oneBoundary ? "b" : "b" + i;
      text.append("Content-Type: multipart/mixed; boundary=").append(boundary);
      text.append("\r\n\r\n--").append(boundary).append("\r\n");
    }
    return text + "\r\nHi";
  }

  private static String pieces(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("; filename*").append(i).append("=a");
    }
    return text.toString();
  }

  private static String file(String name) {
    return MULTIPART
        + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\r\n\r\nx\r\n--b--";
  }

  private void html(String name, String html) {
    say(name, HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n" + html);
  }

  private void say(String name, String message) {
    bytes(name, message.getBytes(UTF_8));
  }

  private void bytes(String name, byte[] message) {
    all.put(name, out -> out.write(message));
  }

  private static byte[] noise(int count) {
    byte[] noise = new byte[count];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static byte[] join(String head, byte[] rest) {
    byte[] start = head.getBytes(UTF_8);
    byte[] both = new byte[start.length + rest.length];
    System.arraycopy(start, 0, both, 0, start.length);
    System.arraycopy(rest, 0, both, start.length, rest.length);
    return both;
  }
}
