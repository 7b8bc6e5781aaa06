package io.agencytasks.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run a laptop cloud.
 *
 * @param template template.yaml
 * @param home the folder that keeps all data; one laptop at a time
 * @param port of the API; 0 for any free one
 * @param smtpPort where mail comes in; 0 for any free one
 * @param parameters of the template, over its defaults and over what the laptop itself sets
 * @param fresh deletes the data first
 */
public record Settings(
    Path template,
    Path home,
    int port,
    int smtpPort,
    Map<String, String> parameters,
    boolean fresh) {

  public Settings {
    home = home.toAbsolutePath().normalize();
    parameters = Map.copyOf(parameters);
  }

  /** With mail on any free port. */
  public Settings(
      Path template, Path home, int port, Map<String, String> parameters, boolean fresh) {
    this(template, home, port, 0, parameters, fresh);
  }
}
