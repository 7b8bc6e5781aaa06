package io.agencytasks.functions.http;

import io.agencytasks.domain.task.ExecuteAnswer.NotFound;
import io.agencytasks.domain.task.ExecuteAnswer.Queued;
import io.agencytasks.domain.task.ExecuteAnswer.Refused;
import io.agencytasks.domain.task.ExecuteTask;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/tasks/{id}/execute} (FR-007). */
public final class ExecuteTaskFunction extends HttpFunction {
  private final ExecuteTask executeTask;

  public ExecuteTaskFunction() {
    this(FunctionContext.lazy());
  }

  ExecuteTaskFunction(ApplicationContext context) {
    super(context);
    this.executeTask = context.getBean(ExecuteTask.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    return switch (executeTask.apply(request.owner(), request.taskId())) {
      case Queued(var id) -> Answer.accepted(new Shown(true, id, TaskStatus.QUEUED));
      case NotFound() -> Refusals.notFound();
      case Refused refused -> conflict(refused);
    };
  }

  private static Answer conflict(Refused refused) {
    return switch (refused.reason()) {
      case RUNNING -> Refusals.conflict("This task is running already.", refused.now());
      case FINAL ->
          Refusals.conflict(
              "This task is %s, which is final; clone it to run it again.".formatted(refused.now()),
              refused.now());
      case WAITING_INPUT ->
          Refusals.conflict(
              "This task waits for an answer; give it with POST …/input.", refused.now());
      case REVIEW ->
          Refusals.conflict(
              "This task awaits review; approve it with POST …/approve.", refused.now());
      case ASSIGNED_TO_PERSON ->
          Refusals.conflict(
              "This task is a person's; set assignedToBot to have it run.", refused.now());
      case BLOCKED ->
          Refusals.blocked(
              "This task waits for the tasks in blockers; they must be completed first.",
              refused.now(),
              refused.blockers());
    };
  }

  record Shown(boolean success, TaskId taskId, TaskStatus status) {}
}
