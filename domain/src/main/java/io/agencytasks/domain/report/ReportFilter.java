package io.agencytasks.domain.report;

import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskType;
import java.util.List;

/**
 * Which rows a report has: of each list that names something, one must fit.
 *
 * @param statuses of the rows themselves, whatever they are: tasks, executions or decisions
 * @param priorities as all that follow, of their tasks as they are now
 * @param tags of which a task has at least one
 */
public record ReportFilter(
    List<String> statuses,
    List<Priority> priorities,
    List<Category> categories,
    List<TaskType> taskTypes,
    List<Tag> tags) {}
