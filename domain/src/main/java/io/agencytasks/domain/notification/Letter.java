package io.agencytasks.domain.notification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the owner of a task is written: paragraphs and a link, as text, and as HTML that shows the
 * same and nothing of what the words in it may have of HTML.
 */
public record Letter(String subject, List<String> paragraphs, String link) {
  private static final int MAX_PARAGRAPH = 5_000;

  public Mail to(EmailAddress owner) {
    return new Mail(owner, line(), text(), Optional.of(html()));
  }

  /** The subject, in one line: a break would begin another header. */
  public String line() {
    return cut(
        subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip(), Mail.MAX_SUBJECT);
  }

  /** The paragraphs, and below them the link. */
  public String text() {
    return paragraphs.stream()
        .map(paragraph -> cut(paragraph, MAX_PARAGRAPH) + "\n\n")
        .collect(Collectors.joining("", "", link + "\n"));
  }

  /** The same as HTML. */
  public String html() {
    return paragraphs.stream()
        .map(paragraph -> "<p>%s</p>\n".formatted(escaped(cut(paragraph, MAX_PARAGRAPH))))
        .collect(
            Collectors.joining(
                "",
                """
                <!doctype html>
                <html lang="en"><meta charset="utf-8">
                <body style="font-family: sans-serif; line-height: 1.5">
                """,
                "<p><a href=\"%1$s\">%1$s</a></p>\n</body></html>\n".formatted(escaped(link))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("\n", "<br>\n");
  }

  private static String cut(String text, int atMost) {
    return text.codePointCount(0, text.length()) <= atMost
        ? text
        : text.substring(0, text.offsetByCodePoints(0, atMost - 1)) + "\u2026";
  }
}
