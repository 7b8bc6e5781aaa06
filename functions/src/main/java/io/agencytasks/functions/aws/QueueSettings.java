package io.agencytasks.functions.aws;

import io.agencytasks.domain.task.Lane;
import io.micronaut.context.annotation.ConfigurationProperties;

/** Which queues the doorbells go to, one for each lane. */
@ConfigurationProperties("doorbells")
record QueueSettings(String queueUrl, String browserQueueUrl) {

  String urlOf(Lane lane) {
    return switch (lane) {
      case STANDARD -> queueUrl;
      case BROWSER -> browserQueueUrl;
    };
  }
}
