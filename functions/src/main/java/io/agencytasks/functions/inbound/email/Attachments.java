package io.agencytasks.functions.inbound.email;

/** Takes what is attached to a message, file by file, as it is read. */
@FunctionalInterface
interface Attachments {

  /**
   * Takes one file.
   *
   * @param name as its sender calls it, without folders and control characters
   * @param contentType what its sender says it is
   * @param content decoded, at most {@value MailReader#MAX_ATTACHMENT_BYTES} bytes
   */
  void take(String name, String contentType, byte[] content);
}
