package io.agencytasks.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the laptop is started with.
 *
 * @param stopWithParent whether it ends when the process ends that started it
 */
record Options(Settings settings, boolean stopWithParent) {
  static final String USAGE =
      "Options: --fresh (deletes the data first), --param Name=Value (a parameter of the"
          + " template).";

  private static final String DEFAULT_PORT = "8080";
  private static final String ANY_PORT = "0";
  private static final Pattern PARAMETER = Pattern.compile("([A-Za-z0-9]+)=(.*)", Pattern.DOTALL);

  static Options read(List<String> arguments, Map<String, String> environment) {
    Map<String, String> parameters = new HashMap<>();
    boolean fresh = Boolean.getBoolean("laptop.fresh");
    boolean stopWithParent = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--fresh" -> fresh = true;
        case "--stop-with-parent" -> stopWithParent = true;
        case "--param" -> readParameter(rest.hasNext() ? rest.next() : "nothing", parameters);
        default -> throw new CannotStart("There is no option " + argument + ". " + USAGE);
      }
    }
    Path home = Path.of(environment.getOrDefault("AGENCY_TASKS_HOME", ".local"));
    Settings settings =
        new Settings(
            Path.of("template.yaml"),
            home,
            port("PORT", DEFAULT_PORT, environment),
            port("SMTP_PORT", ANY_PORT, environment),
            parameters,
            fresh);
    return new Options(settings, stopWithParent);
  }

  private static void readParameter(String text, Map<String, String> parameters) {
    Matcher parameter = PARAMETER.matcher(text);
    if (!parameter.matches()) {
      throw new CannotStart("--param takes Name=Value, not " + text + ".");
    }
    parameters.put(parameter.group(1), parameter.group(2));
  }

  private static int port(String name, String byDefault, Map<String, String> environment) {
    String text = environment.getOrDefault(name, byDefault);
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new CannotStart(name + " must be a number from 0 to 65535, not " + text + ".");
    }
    return Integer.parseInt(text);
  }
}
