package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.artifact.ArtifactFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where one attempt puts its files. Nothing of it is left once it is closed. */
record ReportFolder(Path path) implements Closeable {

  static ReportFolder create() throws IOException {
    return new ReportFolder(Files.createTempDirectory("agency-tasks-report-"));
  }

  /** A file to write, of as many bytes as an artifact may have. */
  OutputStream write(String name) throws IOException {
    return new BoundedStream(
        new BufferedOutputStream(Files.newOutputStream(path.resolve(name)), 64 * 1024));
  }

  /** A file that was written. */
  ArtifactFile file(String name) throws IOException {
    var file = path.resolve(name);
    return new ArtifactFile(file, Files.size(file));
  }

  /** Copies a file that was written. */
  void copy(String name, OutputStream to) throws IOException {
    Files.copy(path.resolve(name), to);
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (var all = Files.list(path)) {
      files = all.toList();
    }
    for (var file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(path);
  }
}
