package io.agencytasks.local;

import java.nio.file.Path;

/**
 * Logs of a laptop: JSON lines in {@code laptop.log}, and on the console what a person must see.
 */
final class LaptopLog {
  private LaptopLog() {}

  /** Holds for all that is logged later; must come before the first logger is made. */
  static void keepIn(Path home) {
    System.setProperty("logback.configurationFile", "io/agencytasks/local/laptop-logback.xml");
    System.setProperty("laptop.home", home.toString());
  }
}
