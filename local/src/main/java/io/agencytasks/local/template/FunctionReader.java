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
          "MemorySize",
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
    if (!properties.text("Runtime").equals(RUNTIME)) {
      throw properties.refuse("Runtime", "must be " + RUNTIME + ": a laptop runs no other.");
    }
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
    var handler = properties.text("Handler");
    if (!handler.matches("(\\w+\\.)*\\w+")) {
      throw properties.refuse("Handler", "must be the name of a class, not '" + handler + "'.");
    }
    return handler;
  }
}
