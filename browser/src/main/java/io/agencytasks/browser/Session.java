package io.agencytasks.browser;

import com.microsoft.playwright.Page;
import io.agencytasks.domain.execution.BrowserSession;
import java.util.Optional;

/** A browser with a page, for one attempt. */
interface Session extends AutoCloseable {

  Page page();

  /** What the pages wrote to their consoles. */
  Console console();

  /** How often something was not let go where it wanted to. */
  int refusals();

  /** What others know it by, who run it; empty where it is our own. */
  default Optional<BrowserSession> elsewhere() {
    return Optional.empty();
  }

  /** Whether its page is as the attempt before this one left it, when it asked a person. */
  default boolean resumed() {
    return false;
  }

  /**
   * It is closed without an end, where it can go on by itself: a later attempt comes back to it.
   */
  default void leaveOpen() {}

  /** Ends it with all that belongs to it, whatever state it is in. */
  @Override
  void close();
}
