package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.faultsOf;
import static io.agencytasks.functions.http.ARequest.faultyFieldsOf;
import static io.agencytasks.functions.http.ARequest.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.listing.Cursor;
import io.agencytasks.domain.listing.Page;
import io.agencytasks.domain.listing.Search;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.SortBy;
import io.agencytasks.domain.listing.SortOrder;
import io.agencytasks.domain.listing.TaskFilter;
import io.agencytasks.domain.listing.TaskQuery;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.SourceType;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query of a list is read as strictly as a body. */
@Tag("US-002")
@Tag("AC-002")
class ListTasksInputTest {
  private static final Cursor CURSOR =
      new Cursor(Sort.NEWEST_FIRST, Optional.of("2026-11-23T10:00:00.123456Z"), new TaskId(42));

  @Test
  @Tag("FR-003.13")
  @Tag("FR-003.14")
  void nothing_asked_for_is_the_newest_fifty_of_all() {
    assertThat(listed(""))
        .isEqualTo(
            new TaskQuery(TaskFilter.NONE, Sort.NEWEST_FIRST, new Page(50, 0, Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({"limit=1,1,0", "limit=100&offset=2147483647,100,2147483647", "l%69mit=7,7,0"})
  @Tag("FR-003.13")
  @Tag("FR-003.14")
  void limits_and_offsets_within_their_bounds_are_taken(String query, int limit, int offset) {
    assertThat(listed(query).page()).isEqualTo(new Page(limit, offset, Optional.empty()));
  }

  @Test
  void every_filter_is_taken() {
    var query =
        """
        status=pending&priority=high&category=Social+media%20%26%20more&taskType=api_call
        &assignedToBot=true&requiresHumanReview=false&scheduledBefore=2026-12-01T09:00:00%2B01:00
        &scheduledAfter=2026-11-01T00:00:00.5Z&tag=caf%C3%A9&sourceType=webhook_sms&search=a+%25
        """
            .replace("\n", "");

    assertThat(listed(query).filter())
        .isEqualTo(
            new TaskFilter(
                List.of(TaskStatus.PENDING),
                Priority.HIGH,
                new Category("Social media & more"),
                TaskType.API_CALL,
                true,
                false,
                Instant.parse("2026-12-01T08:00:00Z"),
                Instant.parse("2026-11-01T00:00:00.5Z"),
                new io.agencytasks.domain.task.Tag("café"),
                SourceType.WEBHOOK_SMS,
                new Search("a %")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=pending&status=failed",
        "status=pending,failed",
        "status=pending%2Cfailed",
        "status=pending&limit=3&stat%75s=failed"
      })
  @Tag("FR-003.1")
  @Tag("FR-003.2")
  void several_statuses_are_repeated_or_separated_by_commas(String query) {
    assertThat(listed(query).filter().statuses())
        .containsExactly(TaskStatus.PENDING, TaskStatus.FAILED);
  }

  @Test
  void text_may_look_like_a_number() {
    var filter = listed("category=2026&tag=7&search=42").filter();

    assertThat(filter.category()).isEqualTo(new Category("2026"));
    assertThat(filter.tag()).isEqualTo(new io.agencytasks.domain.task.Tag("7"));
    assertThat(filter.search()).isEqualTo(new Search("42"));
    assertThat(listed("category=007").filter().category()).isEqualTo(new Category("007"));
  }

  @Test
  @Tag("FR-003.11")
  @Tag("FR-003.12")
  void every_order_can_be_asked_for() {
    for (var by : SortBy.values()) {
      for (var order : SortOrder.values()) {
        assertThat(listed("sortBy=%s&sortOrder=%s".formatted(by, order)).sort())
            .isEqualTo(new Sort(by, order));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "limit=0 limit",
        "limit=101 limit",
        "limit=-1 limit",
        "limit=+5 limit",
        "limit=1.0 limit",
        "limit=1e1 limit",
        "limit=007 limit",
        "limit= limit",
        "limit limit",
        "limit=%20 limit",
        "limit=18446744073709551617 limit",
        "limit=999999999999999999 limit",
        "offset=-1 offset",
        "offset=2147483648 offset",
        "limit=5&limit=5 limit",
        "limit=5&limi%74=6 limit",
        "limit=5&limit=6&limit=7 limit",
        "page=2 page",
        "Limit=5 Limit",
        "& ''",
        "limit=%zz limit",
        "limit=% limit",
        "limit=%-1 limit",
        "%zz=1 %zz",
        "search=%ff search",
        "search=%C3 search",
        "search=%ED%A0%80 search",
        "%ff=1 %ff",
        "cursor=7 cursor",
        "cursor= cursor",
        "cursor=abc cursor",
        "cursor=!!! cursor",
        "cursor=%00 cursor",
        "status=done status",
        "status= status",
        "status status",
        "status=pending, status",
        "status=,pending status",
        "status=pending,pending status",
        "status=pending&status=pending status",
        "status=PENDING status",
        "status=pending+ status",
        "priority=urgent priority",
        "priority=low,high priority",
        "priority=low&priority=high priority",
        "priority=1 priority",
        "category= category",
        "category=%20 category",
        "category=%00 category",
        "category=a&category=b category",
        "taskType=email taskType",
        "assignedToBot=1 assignedToBot",
        "assignedToBot=TRUE assignedToBot",
        "assignedToBot= assignedToBot",
        "requiresHumanReview=yes requiresHumanReview",
        "scheduledBefore=2026-12-01 scheduledBefore",
        "scheduledBefore=2026-12-01T09:00:00 scheduledBefore",
        "scheduledBefore=2026-12-01T09:00:00+01:00 scheduledBefore",
        "scheduledBefore=2026 scheduledBefore",
        "scheduledAfter=0000-01-01T00:00:00Z scheduledAfter",
        "scheduledAfter=2026-02-30T00:00:00Z scheduledAfter",
        "scheduledAfter= scheduledAfter",
        "tag= tag",
        "tag=%0a tag",
        "sourceType=api sourceType",
        "search= search",
        "search=+ search",
        "search=%C2%A0 search",
        "search=a%00b search",
        "search=a%07 search",
        "sortBy=title sortBy",
        "sortBy=created_at sortBy",
        "sortBy=CREATED_AT sortBy",
        "sortBy= sortBy",
        "sortOrder=DESC sortOrder",
        "sortOrder=down sortOrder"
      })
  void anything_else_is_refused_by_name(String query, String field) {
    assertThat(faultyFieldsOf(() -> listed(query))).containsOnly(field);
  }

  @Test
  void texts_beyond_their_bounds_are_refused() {
    assertThat(faultyFieldsOf(() -> listed("search=" + "x".repeat(201)))).containsExactly("search");
    assertThat(faultyFieldsOf(() -> listed("tag=" + "x".repeat(51)))).containsExactly("tag");
    assertThat(faultyFieldsOf(() -> listed("category=" + "x".repeat(101))))
        .containsExactly("category");
  }

  @Test
  void every_fault_of_a_query_is_told_at_once() {
    var query =
        """
        limit=0&offset=-1&cursor=x&page=1&tag=%zz&status=done&priority=x&priority=y&category=
        &taskType=x&assignedToBot=x&requiresHumanReview=x&scheduledBefore=x&scheduledAfter=x
        &sourceType=x&search=&sortBy=x&sortOrder=x
        """
            .replace("\n", "");

    assertThat(faultyFieldsOf(() -> listed(query)))
        .contains(
            "limit",
            "offset",
            "cursor",
            "page",
            "tag",
            "status",
            "priority",
            "category",
            "taskType",
            "assignedToBot",
            "requiresHumanReview",
            "scheduledBefore",
            "scheduledAfter",
            "sourceType",
            "search",
            "sortBy",
            "sortOrder");
  }

  @Test
  void a_cursor_comes_back_as_it_was_given_out() {
    assertThat(listed("cursor=" + CursorText.write(CURSOR)).page().after()).contains(CURSOR);
  }

  @Test
  void a_cursor_goes_with_no_offset_even_when_another_parameter_is_faulty() {
    var query = "offset=10&cursor=%s".formatted(CursorText.write(CURSOR));

    assertThat(faultyFieldsOf(() -> listed(query))).containsExactly("cursor");
    assertThat(faultyFieldsOf(() -> listed(query + "&limit=0")))
        .containsExactlyInAnyOrder("limit", "cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sortBy=deadline", "sortOrder=asc", "sortBy=priority&sortOrder=asc"})
  void a_cursor_of_another_order_is_refused_and_says_its_own(String order) {
    assertThat(faultsOf(() -> listed("cursor=%s&%s".formatted(CursorText.write(CURSOR), order))))
        .containsExactly(
            new Fault(
                "cursor",
                "belongs to a list of sortBy=createdAt and sortOrder=desc; ask for the same"
                    + " order"));
  }
}
