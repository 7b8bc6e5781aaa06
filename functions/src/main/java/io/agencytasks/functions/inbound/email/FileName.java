package io.agencytasks.functions.inbound.email;

import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;

/** What an attachment is called, fit to be shown and stored. */
final class FileName {
  private static final int MAX_LENGTH = 100;

  private FileName() {}

  /** Numbered where its sender gave it no name. */
  static String of(MaximalBodyDescriptor part, int number) {
    return Optional.ofNullable(part.getContentDispositionFilename())
        .or(() -> Optional.ofNullable(part.getContentTypeParameters().get("name")))
        .map(name -> DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT))
        .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
        .map(name -> name.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}]", "").strip())
        .map(name -> name.codePointCount(0, name.length()) <= MAX_LENGTH ? name : cut(name))
        .filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."))
        .orElse("attachment-" + number);
  }

  private static String cut(String name) {
    return name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH));
  }
}
