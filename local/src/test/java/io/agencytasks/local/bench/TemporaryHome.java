package io.agencytasks.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/** A folder for the benchmark's data, gone when the program ends, Ctrl-C included. */
record TemporaryHome(Path folder, Deque<AutoCloseable> users) {

  static TemporaryHome make() throws IOException {
    TemporaryHome home =
        new TemporaryHome(
            Files.createTempDirectory("agency-tasks-benchmark"), new ConcurrentLinkedDeque<>());
    Runtime.getRuntime().addShutdownHook(new Thread(home::delete));
    return home;
  }

  /** What works in the folder is closed before that goes; closing it twice must do no harm. */
  <T extends AutoCloseable> T usedBy(T user) {
    users.push(user);
    return user;
  }

  private void delete() {
    try {
      for (AutoCloseable user : users) {
        user.close();
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (Exception e) {
      System.err.println("Not all of " + folder + " could be deleted: " + e);
    }
  }
}
