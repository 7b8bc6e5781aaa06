package io.agencytasks.functions.executors.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.notification.Letter;
import io.agencytasks.domain.notification.RemindedTasks.RemindedTask;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.json.Jsonb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reminder says: the task's own words, the note, the deadline, and where to look. */
record Words(RemindedTask task, ReminderConfig config, ClaimedExecution execution, String link) {

  Message message() {
    List<String> paragraphs = new ArrayList<>(List.of(task.title()));
    config.note().ifPresent(paragraphs::add);
    Optional.ofNullable(task.description()).filter(it -> !it.isBlank()).ifPresent(paragraphs::add);
    Optional.ofNullable(task.deadline())
        .ifPresent(deadline -> paragraphs.add("Deadline: %s (UTC)".formatted(deadline)));
    var letter = new Letter("Reminder: " + task.title(), paragraphs, link);
    return new Message(letter.line(), letter.text(), Optional.of(letter.html()), payload());
  }

  private Json payload() {
    var payload = JsonNodeFactory.instance.objectNode().put("type", "task.reminder");
    var data = payload.putObject("data").put("taskId", execution.taskId().value());
    data.put("taskUuid", execution.taskUuid().toString());
    data.put("title", task.title());
    config.note().ifPresent(note -> data.put("note", note));
    Optional.ofNullable(task.deadline())
        .ifPresent(deadline -> data.put("deadline", deadline.toString()));
    data.put("link", link);
    return Jsonb.render(payload);
  }
}
