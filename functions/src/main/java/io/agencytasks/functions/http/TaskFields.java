package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.distinct;
import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.object;
import static io.agencytasks.functions.http.Decoders.oneOf;
import static io.agencytasks.functions.http.Decoders.text;

import io.agencytasks.domain.change.Remark;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.OnReviewExpiry;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.task.Urgency;
import java.util.List;

/** How each field of a task is read, whether the task is made, changed or copied (FR-002). */
final class TaskFields {
  /** A reason or a note. */
  static final Decoder<Remark> REMARK = text(Remark::new);

  /** What is said of fields that only a review gives a meaning to. */
  static final String NEEDS_REVIEW = "needs requiresHumanReview to be true";

  static final Decoder<Title> TITLE = text(Title::new);
  static final Decoder<Description> DESCRIPTION = text(Description::new);
  static final Decoder<Category> CATEGORY = text(Category::new);
  static final Decoder<TaskType> TASK_TYPE = oneOf(TaskType.class);
  static final Decoder<Priority> PRIORITY = oneOf(Priority.class);
  static final Decoder<Urgency> URGENCY = oneOf(Urgency.class);
  static final Decoder<ExecutionType> EXECUTION_TYPE = oneOf(ExecutionType.class);
  static final Decoder<OnReviewExpiry> ON_REVIEW_EXPIRY = oneOf(OnReviewExpiry.class);
  static final Decoder<Json> EXECUTION_CONFIG = object(16 * 1024);
  static final Decoder<List<TaskId>> DEPENDS_ON = distinct(100, Decoders.TASK_ID);
  static final Decoder<OnDependencyFailure> ON_DEPENDENCY_FAILURE =
      oneOf(OnDependencyFailure.class);
  static final Decoder<List<Tag>> TAGS = distinct(20, text(Tag::new));
  static final Decoder<Json> METADATA = object(8 * 1024);
  static final Decoder<Integer> MAX_RETRIES = integer(0, 10);

  private TaskFields() {}
}
