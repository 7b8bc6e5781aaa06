package io.agencytasks.domain.notification;

/**
 * A text message to one telephone.
 *
 * @param text at most {@value #MAX_TEXT} characters, as many as SNS sends, in several parts
 */
public record TextMessage(PhoneNumber to, String text) {
  public static final int MAX_TEXT = 1_600;
}
