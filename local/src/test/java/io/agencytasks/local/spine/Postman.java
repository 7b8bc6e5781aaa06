package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agencytasks.local.SharedCloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** Brings mail by SMTP, to the letter. */
record Postman(URI smtp) {

  /** To the shared cloud. */
  Postman() {
    this(SharedCloud.cloud().smtp());
  }

  /** What the server says in the end: an answer to DATA, or the first that refuses. */
  String bring(String from, String content, String... to) throws IOException {
    try (var socket = new Socket(smtp.getHost(), smtp.getPort());
        var out = socket.getOutputStream();
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      answer(in);
      say(out, in, "HELO postman");
      say(out, in, "MAIL FROM:<%s>".formatted(from));
      for (String recipient : List.of(to)) {
        String answer = say(out, in, "RCPT TO:<%s>".formatted(recipient));
        if (!answer.startsWith("250")) {
          return answer;
        }
      }
      say(out, in, "DATA");
      String lines = content.replace("\r\n", "\n").replace("\n", "\r\n").replace("\r\n.", "\r\n..");
      return say(out, in, lines + "\r\n.");
    }
  }

  private static String say(OutputStream out, BufferedReader in, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
    return answer(in);
  }

  private static String answer(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return line;
  }
}
