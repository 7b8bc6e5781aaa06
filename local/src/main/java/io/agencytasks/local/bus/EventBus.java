package io.agencytasks.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.event.ruler.Machine;

/** A bus with its rules: which functions an event is for. */
final class EventBus {
  private final String name;
  private final Machine machine = Machine.builder().build();
  private final Map<String, Listener> listeners = new TreeMap<>();
  private final AtomicLong published = new AtomicLong();

  /** A rule, and the function that hears what it matches. */
  private record Listener(String function, BusRule rule, AtomicLong matched) {}

  EventBus(String name) {
    this.name = name;
  }

  /** A bus with those of the functions' rules that listen to it. */
  static EventBus of(Stack.Bus described, List<Stack.Function> functions) {
    EventBus bus = new EventBus(described.name());
    for (Stack.Function function : functions) {
      for (Stack.Trigger trigger : function.triggers()) {
        if (trigger instanceof BusRule rule && rule.bus().equals(bus.name)) {
          bus.listen(function.name(), rule);
        }
      }
    }
    return bus;
  }

  String name() {
    return name;
  }

  void listen(String function, BusRule rule) {
    listeners.put(rule.name(), new Listener(function, rule, new AtomicLong()));
    if (rule.enabled()) {
      try {
        machine.addRule(rule.name(), rule.pattern());
      } catch (IOException e) {
        throw new UncheckedIOException("The pattern of " + rule.name() + " cannot be read", e);
      }
    }
  }

  /** The functions that an event is for, each once for every rule of its that matches. */
  List<String> publish(JsonNode event) {
    published.incrementAndGet();
    return machine.rulesForJSONEvent(event).stream()
        .map(listeners::get)
        .map(
            listener -> {
              listener.matched().incrementAndGet();
              return listener.function();
            })
        .toList();
  }

  BusStatus status() {
    return new BusStatus(
        name,
        published.get(),
        listeners.values().stream()
            .map(
                it ->
                    new BusStatus.Rule(
                        it.rule().name(), it.function(), it.rule().pattern(), it.matched().get()))
            .toList());
  }
}
