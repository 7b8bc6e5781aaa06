package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Bus;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.util.List;
import java.util.Set;
import software.amazon.event.ruler.JsonRuleCompiler;

/** Reads an event of type {@code EventBridgeRule}: a rule that invokes the function. */
record RuleReader(List<Bus> buses) {

  BusRule read(Resource event) {
    var properties = event.properties(Set.of("EventBusName", "Pattern", "RuleName", "State"));
    return new BusRule(
        properties.find("RuleName").orElse(event.name()),
        bus(properties),
        pattern(properties),
        enabled(properties));
  }

  private String bus(Properties properties) {
    var bus = properties.text("EventBusName");
    if (!buses.contains(new Bus(bus))) {
      throw properties.refuse("EventBusName", "is no event bus of this template.");
    }
    return bus;
  }

  private static String pattern(Properties properties) {
    var pattern = properties.json("Pattern");
    var fault = JsonRuleCompiler.check(pattern);
    if (fault != null) {
      throw properties.refuse("Pattern", "is no pattern of EventBridge: " + fault);
    }
    return pattern;
  }

  private static boolean enabled(Properties properties) {
    return switch (properties.find("State").orElse("ENABLED")) {
      case "ENABLED" -> true;
      case "DISABLED" -> false;
      default -> throw properties.refuse("State", "must be ENABLED or DISABLED.");
    };
  }
}
