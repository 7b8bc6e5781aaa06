package io.agencytasks.functions.wiring;

import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.task.CloneTask;
import io.agencytasks.domain.task.CreateTask;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.template.CreateTaskFromTemplate;
import io.agencytasks.domain.template.CreateTemplate;
import io.agencytasks.domain.template.DeleteTemplate;
import io.agencytasks.domain.template.GetTemplate;
import io.agencytasks.domain.template.ListTemplates;
import io.agencytasks.domain.template.UpdateTemplate;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The use cases that make tasks, and those of what tasks are made from. */
@Factory
final class CreationUseCases {

  @Singleton
  CreateTask createTask(
      CreateTask.Store tasks, Doorbell doorbell, EventBell events, ExecutorRegistry executors) {
    return new CreateTask(tasks, doorbell, events, executors);
  }

  @Singleton
  CloneTask cloneTask(
      CloneTask.Store tasks, Doorbell doorbell, EventBell events, ExecutorRegistry executors) {
    return new CloneTask(tasks, doorbell, events, executors);
  }

  @Singleton
  CreateTaskFromTemplate createTaskFromTemplate(
      CreateTaskFromTemplate.Store tasks,
      Doorbell doorbell,
      EventBell events,
      ExecutorRegistry executors) {
    return new CreateTaskFromTemplate(tasks, doorbell, events, executors);
  }

  @Singleton
  CreateTemplate createTemplate(
      CreateTemplate.Store templates, ExecutorRegistry executors, Clock clock) {
    return new CreateTemplate(templates, executors, clock);
  }

  @Singleton
  ListTemplates listTemplates(ListTemplates.Store templates) {
    return new ListTemplates(templates);
  }

  @Singleton
  GetTemplate getTemplate(GetTemplate.Store templates) {
    return new GetTemplate(templates);
  }

  @Singleton
  UpdateTemplate updateTemplate(
      UpdateTemplate.Store templates, ExecutorRegistry executors, Clock clock) {
    return new UpdateTemplate(templates, executors, clock);
  }

  @Singleton
  DeleteTemplate deleteTemplate(DeleteTemplate.Store templates) {
    return new DeleteTemplate(templates);
  }
}
