package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Function;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code AWS::Serverless::Function}. */
final class FunctionReader {
  private static final String RUNTIME = "java25";

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "Description",
          "Environment",
          "Events",
          "Handler",
          "ImageConfig",
          "MemorySize",
          "PackageType",
          "Runtime",
          "Timeout",
          // Without effect here: the class path is the code, whatever the processor; a JVM that is
          // already warm needs no snapshot; the one user has every right; logs go to the terminal,
          // and
          // what failed for good is told there.
          "Architectures",
          "AutoPublishAlias",
          "CodeUri",
          "DeadLetterQueue",
          "ImageUri",
          "LoggingConfig",
          "Policies",
          "SnapStart");

  private final TriggerReader triggers;

  private FunctionReader(TriggerReader triggers) {
    this.triggers = triggers;
  }

  static List<Function> readAll(List<Resource> functions, TriggerReader triggers) {
    return functions.stream().map(new FunctionReader(triggers)::read).toList();
  }

  private Function read(Resource function) {
    var properties = function.properties(UNDERSTOOD);
    var timeout = properties.seconds("Timeout", 1, 900, 3);
    return new Function(
        function.name(),
        handler(properties),
        timeout,
        properties.number("MemorySize", 128, 10_240, 128),
        properties
            .findNested("Environment", Set.of("Variables"))
            .map(environment -> environment.textsByName("Variables"))
            .orElse(Map.of()),
        properties.events("Events").stream().map(event -> triggers.read(event, timeout)).toList());
  }

  private static String handler(Properties properties) {
    return switch (properties.find("PackageType").orElse("Zip")) {
      case "Zip" -> ofZip(properties);
      case "Image" -> ofImage(properties.nested("ImageConfig", Set.of("Command")));
      default -> throw properties.refuse("PackageType", "must be Zip or Image.");
    };
  }

  private static String ofZip(Properties properties) {
    if (!properties.text("Runtime").equals(RUNTIME)) {
      throw properties.refuse("Runtime", "must be " + RUNTIME + ": a laptop runs no other.");
    }
    return className("Handler", properties.text("Handler"), properties);
  }

  /** An image of Lambda's for Java is told its handler by its command. */
  private static String ofImage(Properties config) {
    var command = config.texts("Command");
    if (command.size() != 1) {
      throw config.refuse("Command", "must be the one class that handles events.");
    }
    return className("Command", command.getFirst(), config);
  }

  private static String className(String property, String name, Properties properties) {
    if (!name.matches("(\\w+\\.)*\\w+")) {
      throw properties.refuse(property, "must be the name of a class, not '" + name + "'.");
    }
    return name;
  }
}
