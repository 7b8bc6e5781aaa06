package io.agencytasks.local.cloudwatch;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * The standard output of all functions in this process, which they have in common with the laptop:
 * a line in the embedded metric format is taken out of it, anything else is printed.
 */
final class PrintedLines extends PrintStream {
  /** How each line begins, as AWS's own library writes them. */
  private static final String MARK = "{\"_aws\":{";

  private static final Set<CloudWatch> LISTENERS = new CopyOnWriteArraySet<>();

  private PrintedLines(PrintStream output) {
    super(output, true);
  }

  /** From now on metrics are told to one more. */
  static synchronized void tell(CloudWatch listener) {
    if (!(System.out instanceof PrintedLines)) {
      System.setOut(new PrintedLines(System.out));
    }
    LISTENERS.add(listener);
  }

  static void tellNoMore(CloudWatch listener) {
    LISTENERS.remove(listener);
  }

  @Override
  public void println(@Nullable String line) {
    if (line != null && line.startsWith(MARK) && !LISTENERS.isEmpty()) {
      LISTENERS.forEach(listener -> listener.hear(line));
    } else {
      super.println(line);
    }
  }
}
