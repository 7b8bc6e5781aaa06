package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Topic;
import io.agencytasks.local.template.Stack.Trigger.TopicMessages;
import io.agencytasks.local.template.language.Resource;
import java.util.List;
import java.util.Set;

/** Reads an event of type {@code SNS}: all that is published to a topic invokes the function. */
record TopicMessagesReader(List<Topic> topics) {

  TopicMessages read(Resource event) {
    var properties = event.properties(Set.of("Topic"));
    var topic = properties.text("Topic");
    if (topics.stream().noneMatch(known -> known.arn().equals(topic))) {
      throw properties.refuse("Topic", "is no topic of this template.");
    }
    return new TopicMessages(event.name(), topic);
  }
}
