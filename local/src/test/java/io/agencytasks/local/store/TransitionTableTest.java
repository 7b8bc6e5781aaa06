package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table and the guard in SQL say of every change of status what the domain says. */
@Tag("NFR-014")
class TransitionTableTest {
  private static final String ILLEGAL = "AT001";
  private static final String UNREVIEWED = "AT002";
  private static final String LEGAL = "legal";

  private final TheStore store = TheStore.emptied();

  @ParameterizedTest
  @EnumSource(TaskStatus.class)
  void the_database_allows_what_the_domain_allows(TaskStatus from) throws SQLException {
    var allowed = EnumSet.noneOf(TaskStatus.class);
    for (var to : EnumSet.complementOf(EnumSet.of(from))) {
      var verdict = change(standingAt(from, aTask()), to);
      assertThat(verdict).isIn(LEGAL, ILLEGAL);
      if (verdict.equals(LEGAL)) {
        allowed.add(to);
      }
    }
    assertThat(allowed).isEqualTo(from.next());
  }

  @ParameterizedTest
  @EnumSource(TaskStatus.class)
  void the_table_says_who_may_make_each_change_by_hand_as_the_domain_does(TaskStatus from) {
    for (var to : TaskStatus.values()) {
      assertThat(
              store.ask(
                  "select by_hand from task_transitions where from_status = ? and to_status = ?",
                  from.toString(),
                  to.toString()))
          .as("%s to %s", from, to)
          .isEqualTo(byHand(from, to));
    }
  }

  private static String byHand(TaskStatus from, TaskStatus to) {
    if (from.nextByHand().contains(to)) {
      return "always";
    }
    if (from.nextByItsPerson().contains(to)) {
      return "person";
    }
    return from.mayBecome(to) ? "never" : "no row";
  }

  @ParameterizedTest
  @EnumSource(TaskStatus.class)
  @Tag("FR-004.9")
  void an_update_makes_the_changes_that_the_table_gives_to_hands_and_no_other(TaskStatus from) {
    var hand = new AHand(store);
    for (var to : EnumSet.complementOf(EnumSet.of(from))) {
      var ofTheBot = hand.does(AHand.status(to), standingAt(from, aTask()));
      var ofAPerson = hand.does(AHand.status(to), standingAt(from, aTask().forAPerson()));

      assertThat(ofTheBot instanceof Change.Done)
          .as("%s to %s", from, to)
          .isEqualTo(from.nextByHand().contains(to));
      assertThat(ofAPerson instanceof Change.Done)
          .as("a person's, %s to %s", from, to)
          .isEqualTo(from.nextByHand().contains(to) || from.nextByItsPerson().contains(to));
    }
  }

  static Stream<Arguments> pastAReview() {
    return Stream.of(
        Arguments.of(TaskStatus.PENDING, TaskStatus.QUEUED),
        Arguments.of(TaskStatus.PENDING, TaskStatus.IN_PROGRESS),
        Arguments.of(TaskStatus.PENDING, TaskStatus.COMPLETED),
        Arguments.of(TaskStatus.PENDING, TaskStatus.FAILED),
        Arguments.of(TaskStatus.QUEUED, TaskStatus.IN_PROGRESS),
        Arguments.of(TaskStatus.QUEUED, TaskStatus.COMPLETED),
        Arguments.of(TaskStatus.QUEUED, TaskStatus.FAILED),
        Arguments.of(TaskStatus.FAILED, TaskStatus.QUEUED));
  }

  @ParameterizedTest
  @MethodSource("pastAReview")
  void nothing_starts_or_ends_past_an_open_review(TaskStatus from, TaskStatus to)
      throws SQLException {
    assertThat(change(standingAt(from, aTask().awaitingReview()), to)).isEqualTo(UNREVIEWED);
  }

  @Test
  void what_awaits_review_may_be_put_off_or_dropped() throws SQLException {
    assertThat(change(aTask().awaitingReview().createdIn(store), TaskStatus.DEFERRED))
        .isEqualTo(LEGAL);
    assertThat(change(aTask().awaitingReview().createdIn(store), TaskStatus.CANCELLED))
        .isEqualTo(LEGAL);
  }

  @Test
  void a_review_that_ends_in_the_same_change_is_open_no_more() throws SQLException {
    var task = aTask().awaitingReview().createdIn(store);

    assertThat(
            attempt(
                "update agency_tasks set status = 'queued', requires_human_review = false"
                    + " where id = "
                    + task.value()))
        .isEqualTo(LEGAL);
  }

  @ParameterizedTest
  @EnumSource(value = TaskStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
  void no_task_starts_as_anything_but_pending(TaskStatus status) throws SQLException {
    aTask().createdIn(store);

    assertThat(
            attempt(
                """
                insert into agency_tasks (user_id, source_type, title, task_type, lane, status)
                select id, 'manual', 'Call', 'api_call', 'standard', '%s' from users
                """
                    .formatted(status)))
        .isEqualTo(ILLEGAL);
  }

  /** Puts a task where it could only come by a long way. */
  private TaskId standingAt(TaskStatus status, ATask aTask) {
    var task = aTask.createdIn(store);
    store.tell("alter table agency_tasks disable trigger user");
    store.tell(
        """
        update agency_tasks
        set status = ?, queued_at = now(), started_at = now(),
            completed_at = case ? when 'completed' then now() end
        where id = ?
        """,
        status.toString(),
        status.toString(),
        task.value());
    store.tell("alter table agency_tasks enable trigger user");
    return task;
  }

  private String change(TaskId task, TaskStatus to) throws SQLException {
    return attempt(
        "update agency_tasks set status = '%s' where id = %d".formatted(to, task.value()));
  }

  /** Tried and taken back, as the role of the functions. */
  private String attempt(String sql) throws SQLException {
    try (var connection = store.application().getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
        return LEGAL;
      } catch (SQLException refused) {
        return refused.getSQLState();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
