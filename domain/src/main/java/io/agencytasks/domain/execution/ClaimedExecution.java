package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task, taken by this worker, with all that its executor needs.
 *
 * @param attempt counts from 1 over the task's whole life
 * @param taskUuid stable over all attempts: what an outside system may be given to tell repeats
 * @param config the task's executionConfig; an empty object where it has none
 * @param input the last answer to a question of its executor
 * @param waited from when it could run until it was taken
 */
public record ClaimedExecution(
    ExecutionToken token,
    TaskId taskId,
    UUID taskUuid,
    long userId,
    int attempt,
    TaskType taskType,
    String title,
    Json config,
    @Nullable Json input,
    Duration waited) {}
