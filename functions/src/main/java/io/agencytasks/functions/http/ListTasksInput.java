package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.TIME;
import static io.agencytasks.functions.http.Decoders.distinct;
import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.oneOf;
import static io.agencytasks.functions.http.Decoders.text;
import static io.agencytasks.functions.http.Parameters.FLAG;
import static io.agencytasks.functions.http.Parameters.anyText;

import io.agencytasks.domain.listing.Page;
import io.agencytasks.domain.listing.Search;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.SortBy;
import io.agencytasks.domain.listing.SortOrder;
import io.agencytasks.domain.listing.TaskFilter;
import io.agencytasks.domain.listing.TaskQuery;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.SourceType;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import java.util.List;
import java.util.Optional;

/** What a query asks of a list (FR-003). */
final class ListTasksInput {
  /** The parameter that may be given more than once (FR-003.2). */
  static final String REPEATABLE = "status";

  private ListTasksInput() {}

  static TaskQuery read(Fields in) {
    var statuses =
        in.optional(
            REPEATABLE,
            distinct(TaskStatus.values().length, oneOf(TaskStatus.class)),
            List.<TaskStatus>of());
    var priority = in.nullable("priority", oneOf(Priority.class));
    var category = in.nullable("category", anyText(Category::new));
    var taskType = in.nullable("taskType", oneOf(TaskType.class));
    var assignedToBot = in.nullable("assignedToBot", FLAG);
    var requiresHumanReview = in.nullable("requiresHumanReview", FLAG);
    var scheduledBefore = in.nullable("scheduledBefore", TIME);
    var scheduledAfter = in.nullable("scheduledAfter", TIME);
    var tag = in.nullable("tag", anyText(Tag::new));
    var sourceType = in.nullable("sourceType", oneOf(SourceType.class));
    var search = in.nullable("search", anyText(Search::new));
    var sortBy = in.optional("sortBy", oneOf(SortBy.class), Sort.NEWEST_FIRST.by());
    var sortOrder = in.optional("sortOrder", oneOf(SortOrder.class), Sort.NEWEST_FIRST.order());
    var limit = in.optional("limit", integer(1, 100), 50);
    var offset = in.optional("offset", integer(0, Integer.MAX_VALUE), 0);
    var cursor = in.nullable("cursor", text(CursorText::read));
    var after = cursor.isSound() ? cursor.get() : null;
    if (after != null) {
      in.refuseIf(
          offset.isSound() && offset.get() > 0, "cursor", "must not be given with an offset");
      in.refuseIf(
          sortBy.isSound()
              && sortOrder.isSound()
              && !after.sort().equals(new Sort(sortBy.get(), sortOrder.get())),
          "cursor",
          "belongs to a list of sortBy=%s and sortOrder=%s; ask for the same order"
              .formatted(after.sort().by(), after.sort().order()));
    }
    in.end();
    return new TaskQuery(
        new TaskFilter(
            statuses.get(),
            priority.get(),
            category.get(),
            taskType.get(),
            assignedToBot.get(),
            requiresHumanReview.get(),
            scheduledBefore.get(),
            scheduledAfter.get(),
            tag.get(),
            sourceType.get(),
            search.get()),
        new Sort(sortBy.get(), sortOrder.get()),
        new Page(limit.get(), offset.get(), Optional.ofNullable(after)));
  }
}
