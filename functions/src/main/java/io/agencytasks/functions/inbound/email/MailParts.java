package io.agencytasks.functions.inbound.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/** Collects what matters of a message while it is parsed. */
final class MailParts extends AbstractContentHandler {
  private final Attachments attachments;
  private final MailHeaders headers = new MailHeaders();
  private @Nullable String plain;
  private @Nullable String html;
  private int depth;
  private int parts;
  private int attached;
  private long decoded;
  private boolean complete = true;
  private @Nullable RuntimeException refusal;

  MailParts(Attachments attachments) {
    this.attachments = attachments;
  }

  /** What was found, whether the message was read to its end or not. */
  ReceivedMail mail(boolean readToItsEnd) {
    String text =
        Optional.ofNullable(plain)
            .filter(it -> !it.isBlank())
            .or(() -> Optional.ofNullable(html).map(HtmlText::of))
            .map(OwnWords::of)
            .orElse("");
    return headers.mail(cut(text), readToItsEnd && complete);
  }

  /** Throws what the taker of attachments has thrown, if it has. */
  void rethrow() {
    if (refusal != null) {
      throw refusal;
    }
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= ReceivedMail.MAX_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, ReceivedMail.MAX_TEXT));
  }

  @Override
  public void field(Field field) {
    if (depth == 0) {
      headers.add(field);
    }
  }

  @Override
  public void startMultipart(BodyDescriptor descriptor) throws MimeException {
    if (++depth > MailReader.MAX_DEPTH) {
      throw new MimeException("too deep");
    }
    headers.body((MaximalBodyDescriptor) descriptor);
  }

  @Override
  public void endMultipart() {
    depth--;
  }

  @Override
  public void body(BodyDescriptor descriptor, InputStream content)
      throws MimeException, IOException {
    if (++parts > MailReader.MAX_PARTS || decoded > MailReader.MAX_DECODED_BYTES) {
      throw new MimeException("too much");
    }
    var part = (MaximalBodyDescriptor) descriptor;
    boolean isFile =
        "attachment".equalsIgnoreCase(part.getContentDispositionType())
            || part.getContentDispositionFilename() != null;
    String type = part.getMimeType();
    if (!isFile && type.equals("text/plain") && plain == null) {
      plain = PartText.of(part, bytes(content, PartText.MAX_BYTES));
    } else if (!isFile && type.equals("text/html") && html == null) {
      html = PartText.of(part, bytes(content, PartText.MAX_HTML_BYTES));
    } else if (depth > 0 || isFile) {
      attach(part, content);
    }
  }

  private void attach(MaximalBodyDescriptor part, InputStream content) throws IOException {
    byte[] bytes = bytes(content, MailReader.MAX_ATTACHMENT_BYTES + 1);
    if (bytes.length > MailReader.MAX_ATTACHMENT_BYTES || attached >= MailReader.MAX_ATTACHMENTS) {
      complete = false;
      return;
    }
    attached++;
    try {
      attachments.take(FileName.of(part, attached), part.getMimeType(), bytes);
    } catch (RuntimeException refused) {
      refusal = refused;
      throw refused;
    }
  }

  private byte[] bytes(InputStream content, int atMost) throws IOException {
    byte[] bytes = content.readNBytes(atMost);
    decoded += bytes.length;
    return bytes;
  }
}
