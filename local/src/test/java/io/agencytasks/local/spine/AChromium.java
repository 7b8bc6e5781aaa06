package io.agencytasks.local.spine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine. */
final class AChromium {
  private AChromium() {}

  /** Its program; without one, the test is skipped. */
  static Path orSkip() {
    Optional<Path> program = onThePath();
    assumeTrue(program.isPresent(), "There is no Chromium on the PATH: apt-get install chromium");
    return program.orElseThrow();
  }

  private static Optional<Path> onThePath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
