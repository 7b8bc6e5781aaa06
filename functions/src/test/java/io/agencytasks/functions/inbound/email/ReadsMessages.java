package io.agencytasks.functions.inbound.email;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program that reads all messages of a folder and prints how many milliseconds each took. */
final class ReadsMessages {
  private ReadsMessages() {}

  public static void main(String[] folder) throws Exception {
    try (Stream<Path> files = Files.list(Path.of(folder[0]))) {
      for (Path file : files.sorted().toList()) {
        long start = System.nanoTime();
        ReceivedMail mail;
        try (InputStream message = Files.newInputStream(file)) {
          mail = MailReader.read(message, ReadsMessages::check);
        }
        check(mail);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("%s %d%n", file.getFileName(), millis);
      }
    }
  }

  private static void check(String name, String contentType, byte[] content) {
    if (name.isEmpty()
        || name.length() > 200
        || name.contains("/")
        || name.contains("\\")
        || name.equals("..")
        || contentType.isEmpty()
        || content.length > MailReader.MAX_ATTACHMENT_BYTES) {
      throw new AssertionError("attachment " + name);
    }
  }

  private static void check(ReceivedMail mail) {
    if (mail.text().codePointCount(0, mail.text().length()) > ReceivedMail.MAX_TEXT
        || mail.subject().codePointCount(0, mail.subject().length()) > ReceivedMail.MAX_SUBJECT
        || mail.subject().contains("\n")
        || mail.references().size() > ReceivedMail.MAX_REFERENCES) {
      throw new AssertionError("mail " + mail.subject());
    }
  }
}
