package io.agencytasks.functions.inbound.email;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Reads MIME as it comes, one part at a time and within limits. No message breaks it: what cannot
 * be read is left out, and the rest is what the message says.
 */
final class MailReader {
  /** The most that one attachment may measure; larger ones are left out. */
  static final int MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;

  static final int MAX_ATTACHMENTS = 20;
  static final int MAX_PARTS = 200;
  static final int MAX_DEPTH = 20;

  /** Decoded, of all parts together; one message may take 40 MB on its way. */
  static final long MAX_DECODED_BYTES = 40L * 1024 * 1024;

  private static final MimeConfig LIMITS =
      new MimeConfig.Builder()
          .setMaxLineLen(100_000)
          .setMaxHeaderCount(1_000)
          .setMaxHeaderLen(50_000)
          .setMaxContentLen(MAX_DECODED_BYTES + MAX_DECODED_BYTES / 2)
          .build();

  private MailReader() {}

  /**
   * Reads one message. What the taker of its attachments throws ends that.
   *
   * @throws IOException when the stream itself breaks, never for what is in it
   */
  static ReceivedMail read(InputStream message, Attachments attachments) throws IOException {
    var parts = new MailParts(attachments);
    var parser =
        new MimeStreamParser(
            LIMITS,
            DecodeMonitor.SILENT,
            new DefaultBodyDescriptorBuilder(null, null, DecodeMonitor.SILENT));
    parser.setContentHandler(parts);
    parser.setContentDecoding(true);
    parser.setNoRecurse();
    var stream = new Outage(message);
    try {
      parser.parse(stream);
      return parts.mail(true);
    } catch (MimeException | IOException | RuntimeException unreadable) {
      stream.rethrow();
      parts.rethrow();
      return parts.mail(false);
    }
  }
}
