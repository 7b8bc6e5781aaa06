package io.agencytasks.functions.inbound.email;

import io.agencytasks.domain.artifact.MessageFile;
import io.agencytasks.domain.artifact.MessageFiles;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps what is attached to a mail as it is read, once for each owner of a webhook that it is to.
 */
final class KeptAttachments implements Attachments {
  private static final int MAX_NAME = 100;
  private static final int MAX_ENDING = 20;

  private final MessageFiles files;
  private final Set<Long> owners;
  private final List<MessageFile> kept = new ArrayList<>();

  KeptAttachments(MessageFiles files, Set<Long> owners) {
    this.files = files;
    this.owners = owners;
  }

  @Override
  public void take(String name, String contentType, byte[] content) {
    owners.stream()
        .map(owner -> files.keep(owner, keepable(name), contentType, content))
        .reduce((same, file) -> same)
        .ifPresent(kept::add);
  }

  List<MessageFile> files() {
    return List.copyOf(kept);
  }

  /** The name in letters that any file system takes, with its ending. */
  private static String keepable(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceAll("^[^A-Za-z0-9]+", "");
    if (plain.isEmpty()) {
      return "attachment";
    }
    if (plain.length() <= MAX_NAME) {
      return plain;
    }
    int dot = plain.lastIndexOf('.');
    var ending = plain.length() - dot <= MAX_ENDING ? plain.substring(dot) : "";
    return plain.substring(0, MAX_NAME - ending.length()) + ending;
  }
}
