package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Bus;
import io.agencytasks.local.template.Stack.Queue;
import io.agencytasks.local.template.Stack.Topic;
import io.agencytasks.local.template.Stack.Trigger;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import io.agencytasks.local.template.Stack.Trigger.Route;
import io.agencytasks.local.template.Stack.Trigger.Schedule;
import io.agencytasks.local.template.Stack.Trigger.TopicMessages;
import io.agencytasks.local.template.language.Resource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the events of all functions, and sees that no two of them want the same. */
final class TriggerReader {
  private final RouteReader routes;
  private final QueueMessagesReader messages;
  private final RuleReader rules;
  private final TopicMessagesReader topics;
  private final Set<String> taken = new HashSet<>();

  TriggerReader(Api api, List<Queue> queues, List<Bus> buses, List<Topic> topics) {
    this.routes = new RouteReader(api);
    this.messages = new QueueMessagesReader(queues);
    this.rules = new RuleReader(buses);
    this.topics = new TopicMessagesReader(topics);
  }

  Trigger read(Resource event, Duration functionTimeout) {
    Trigger trigger =
        switch (event.type()) {
          case "HttpApi" -> routes.read(event);
          case "SQS" -> messages.read(event, functionTimeout);
          case "ScheduleV2" -> ScheduleReader.read(event);
          case "EventBridgeRule" -> rules.read(event);
          case "SNS" -> topics.read(event);
          default ->
              throw event.refuse("is of type " + event.type() + ", which is not understood.");
        };
    var what = claim(trigger);
    if (!taken.add(what)) {
      throw event.refuse("has " + what + ", which another event has, too.");
    }
    return trigger;
  }

  /** What only one event can have. Paths that differ in their parameters' names are the same. */
  private static String claim(Trigger trigger) {
    return switch (trigger) {
      case Route route ->
          "the route " + route.method() + " " + route.path().replaceAll("\\{\\w+}", "{}");
      case QueueMessages queue -> "the queue " + queue.queueArn();
      case Schedule schedule -> "the schedule " + schedule.name();
      case BusRule rule -> "the rule " + rule.name();
      case TopicMessages topic -> "the subscription " + topic.name();
    };
  }
}
