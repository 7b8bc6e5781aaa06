package io.agencytasks.local.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Nothing is logged while it lasts: here every outage is wanted, and there are thousands. */
record Silence(Logger root, Level before) implements AutoCloseable {

  static Silence begin() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Silence silence = new Silence(root, root.getLevel());
    root.setLevel(Level.OFF);
    return silence;
  }

  @Override
  public void close() {
    root.setLevel(before);
  }
}
