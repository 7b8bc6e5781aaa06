package io.agencytasks.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for all that one browser writes. */
record Folder(Path path) {
  private static final Logger log = LoggerFactory.getLogger(Folder.class);

  static Folder make() {
    try {
      return new Folder(Files.createTempDirectory("browser-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * With all that is in it; a process that is just being killed may still write, so it tries twice.
   */
  void delete() {
    try {
      deleteAll();
    } catch (IOException | UncheckedIOException stillWritten) {
      try {
        deleteAll();
      } catch (IOException | UncheckedIOException left) {
        log.atWarn().log("a browser's folder is left behind");
      }
    }
  }

  private void deleteAll() throws IOException {
    try (var all = Files.walk(path)) {
      for (var file : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }
}
