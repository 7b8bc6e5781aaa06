package io.agencytasks.browser;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that pages wrote to their consoles, and the errors that they did not catch. */
final class Console {
  private static final int MOST_LINES = 200;
  private static final int LONGEST_LINE = 1_000;

  private final Deque<String> lines = new ArrayDeque<>();

  void listenTo(BrowserContext context) {
    context.onConsoleMessage(message -> add(message.type(), message.text()));
    context.onWebError(error -> add("uncaught", error.error()));
  }

  private synchronized void add(String type, String text) {
    var line = type + ": " + text;
    lines.addLast(line.substring(0, Math.min(LONGEST_LINE, line.length())));
    if (lines.size() > MOST_LINES) {
      lines.removeFirst();
    }
  }

  synchronized String text() {
    return String.join("\n", lines);
  }
}
