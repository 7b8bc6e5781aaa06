package io.agencytasks.browser;

import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the browser's program. */
@Singleton
final class Program {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final BrowserSettings settings;

  Program(BrowserSettings settings) {
    this.settings = settings;
  }

  /** The one that is set, or the first on the PATH; empty where there is none. */
  Optional<Path> find() {
    Stream<Path> places =
        settings.path().isEmpty() ? onThePath() : Stream.of(Path.of(settings.path()));
    return places.filter(Files::isExecutable).filter(Files::isRegularFile).findFirst();
  }

  private static Stream<Path> onThePath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
  }
}
