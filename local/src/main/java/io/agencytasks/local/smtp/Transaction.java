package io.agencytasks.local.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import software.amazon.awssdk.core.exception.SdkException;

/** One mail on its way in, from MAIL to the end of DATA. */
final class Transaction implements MessageHandler {
  private static final Logger log = LoggerFactory.getLogger(Transaction.class);

  private final ReceiptRules rules;
  private final List<String> recipients = new ArrayList<>();
  private String from = "";

  Transaction(ReceiptRules rules) {
    this.rules = rules;
  }

  @Override
  public void from(String address) {
    from = address;
  }

  @Override
  public void recipient(String address) throws RejectException {
    if (!rules.take(address)) {
      throw new RejectException(550, "5.1.1 Requested action not taken: mailbox unavailable");
    }
    recipients.add(address);
  }

  /** It is on disk before it is looked at, as it may be large. */
  @Override
  public String data(InputStream content) throws RejectException, IOException {
    Path file = Files.createTempFile("mail", ".eml");
    try {
      if (keep(content, file) > InboundMail.MOST_BYTES) {
        throw new RejectException(552, "5.3.4 Message size exceeds the limit of 40 MB");
      }
      return "Ok " + rules.receive(new Envelope(from, recipients, file));
    } catch (SdkException | UncheckedIOException failure) {
      log.warn("A mail was not taken in", failure);
      throw new RejectException(451, "4.3.0 Not taken in: try again later");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void done() {}

  /** Reads all of it, for what is too large as well: else it would be taken for commands. */
  private static long keep(InputStream content, Path file) throws IOException {
    long size = 0;
    byte[] buffer = new byte[64 * 1024];
    try (var out = Files.newOutputStream(file)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size <= InboundMail.MOST_BYTES) {
          out.write(buffer, 0, read);
        }
      }
    }
    return size;
  }
}
