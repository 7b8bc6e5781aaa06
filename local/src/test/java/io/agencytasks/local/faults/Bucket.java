package io.agencytasks.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The artifacts of a laptop, looked at past all of our code: each object is a file below its
 * bucket.
 *
 * @param folder of this bucket alone
 */
record Bucket(Path folder) {
  /** That of the laptop with this home. */
  static Bucket in(Path home) {
    return new Bucket(home.resolve("s3").resolve("artifacts"));
  }

  List<String> keys() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(key -> key.startsWith("users/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where there is no such object. */
  Optional<byte[]> read(String key) {
    Path file = folder.resolve(key);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
