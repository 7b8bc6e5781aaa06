package io.agencytasks.functions.inbound.email;

import java.util.List;
import java.util.Optional;

/**
 * What an email says, as far as it could be read.
 *
 * @param messageId without its angle brackets; of the sender's making
 * @param sent what Date says; of the sender's making
 * @param sender the address of From, in small letters; nothing proves it
 * @param subject decoded, on one line; empty where there is none
 * @param text what its sender wrote: without quoted messages and signature, at most {@value
 *     #MAX_TEXT} characters
 * @param references the messages that it answers, the latest first
 * @param automatic whether it is a program's answer to another message, which wants nothing done
 * @param complete false where limits or faults cut it short
 */
record ReceivedMail(
    Optional<String> messageId,
    Optional<String> sent,
    Optional<String> sender,
    String subject,
    String text,
    List<String> references,
    boolean automatic,
    boolean complete) {
  static final int MAX_TEXT = 100_000;
  static final int MAX_SUBJECT = 1_000;
  static final int MAX_REFERENCES = 50;
}
