package io.agencytasks.local.scheduler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.template.Stack.Trigger.Schedule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a firing sends: the schedule's input, or the notification that AWS makes up without one. */
record SchedulerEvent(AwsAccount account, Schedule schedule, Instant scheduledTime, UUID id) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    return schedule.input().map(this::withContext).orElseGet(this::notification);
  }

  /** The context attributes that an input may name. */
  private String withContext(String input) {
    return input
        .replace("<aws.scheduler.schedule-arn>", arn())
        .replace("<aws.scheduler.scheduled-time>", time())
        .replace("<aws.scheduler.execution-id>", id.toString())
        .replace("<aws.scheduler.attempt-number>", "1");
  }

  private String notification() {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", id.toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.scheduler");
    event.put("account", account.id());
    event.put("time", time());
    event.put("region", account.region());
    event.putArray("resources").add(arn());
    event.put("detail", "{}");
    return event.toString();
  }

  private String time() {
    return scheduledTime.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String arn() {
    return "arn:aws:scheduler:%s:%s:schedule/default/%s"
        .formatted(account.region(), account.id(), schedule.name());
  }
}
