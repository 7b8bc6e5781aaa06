package io.agencytasks.local.store;

import static java.util.stream.Collectors.joining;

import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.SourceType;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task in any state, drawn by chance from few values, so that many are alike in one thing and
 * another.
 */
record AnyTask(
    long id,
    String title,
    @Nullable String description,
    TaskStatus status,
    Priority priority,
    String category,
    TaskType taskType,
    boolean assignedToBot,
    boolean requiresHumanReview,
    SourceType sourceType,
    List<String> tags,
    @Nullable Instant scheduledFor,
    @Nullable Instant deadline,
    Instant createdAt,
    Instant updatedAt) {

  static final List<String> CATEGORIES = List.of("general", "General", "2026", "a%b", "café");
  static final List<String> TAGS = List.of("vip", "VIP", "7", "\"quoted\"", "日本", "a,b");

  /** Words that are parts of each other, look alike, or mean something to SQL. */
  static final List<String> WORDS =
      List.of(
          "call", "Recall", "CALLING", "a", "AB", "ab", "abc", "é", "É", "café", "CAFÉ", "Müller",
          "日本", "日本語", "東京都庁", "😀", "👍🏽", "c#", "C++", "100%", "50%_x", "a_b", "\\path", "o'k",
          "<b>", "x", "42", "4", "Ж", "жук", "e-mail", "ab,cd", "x.y", "§", "--", "null");

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  static AnyTask drawn(long id, RandomGenerator chance) {
    return new AnyTask(
        id,
        words(chance, 1 + chance.nextInt(4)),
        chance.nextBoolean() ? words(chance, chance.nextInt(8)) : null,
        any(chance, TaskStatus.values()),
        any(chance, Priority.values()),
        any(chance, CATEGORIES),
        any(chance, TaskType.values()),
        chance.nextBoolean(),
        chance.nextInt(4) == 0,
        any(chance, SourceType.values()),
        TAGS.stream().filter(tag -> chance.nextInt(4) == 0).toList(),
        chance.nextInt(3) == 0 ? null : moment(chance),
        chance.nextInt(3) == 0 ? null : moment(chance),
        moment(chance),
        moment(chance));
  }

  /** One of forty, a millisecond and a bit apart. */
  static Instant moment(RandomGenerator chance) {
    return START.plus(Duration.ofNanos(chance.nextInt(40) * 1_001_000L));
  }

  static <T> T any(RandomGenerator chance, T[] values) {
    return any(chance, List.of(values));
  }

  static <T> T any(RandomGenerator chance, List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }

  /** What is given to Postgres, past all that guards how a task comes to be. */
  static void store(TheStore store, String subject, Stream<AnyTask> tasks) {
    store.tell(
        """
        set session_replication_role = replica;
        insert into users (subject) values (?) on conflict do nothing;
        insert into agency_tasks (
          id, user_id, title, description, status, priority, category, task_type, assigned_to_bot,
          requires_human_review, source_type, tags, scheduled_for, deadline, created_at, updated_at,
          queued_at, started_at, completed_at, lane)
        overriding system value
        select n.id, (select id from users where subject = ?), n.title, n.description, n.status,
               n.priority, n.category, n.task_type, n.assigned_to_bot, n.requires_human_review,
               n.source_type, n.tags, n.scheduled_for, n.deadline, n.created_at, n.updated_at,
               n.created_at, n.created_at, case n.status when 'completed' then n.created_at end,
               'standard'
        from jsonb_populate_recordset(null::agency_tasks, cast(? as jsonb)) n
        """,
        subject,
        subject,
        tasks.map(AnyTask::json).collect(joining(",", "[", "]")));
  }

  private String json() {
    return """
    {"id": %d, "title": %s, "description": %s, "status": "%s", "priority": "%s", "category": %s,
     "task_type": "%s", "assigned_to_bot": %b, "requires_human_review": %b, "source_type": "%s",
     "tags": %s, "scheduled_for": %s, "deadline": %s, "created_at": "%s", "updated_at": "%s"}
    """
        .formatted(
            id,
            quoted(title),
            quoted(description),
            status,
            priority,
            quoted(category),
            taskType,
            assignedToBot,
            requiresHumanReview,
            sourceType,
            tags.stream().map(AnyTask::quoted).collect(joining(",", "[", "]")),
            quoted(scheduledFor),
            quoted(deadline),
            createdAt,
            updatedAt);
  }

  private static String quoted(@Nullable Object text) {
    return text == null
        ? "null"
        : "\"%s\""
            .formatted(
                text.toString()
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\t", "\\t"));
  }

  private static String words(RandomGenerator chance, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> any(chance, WORDS) + any(chance, List.of(" ", "-", ", ", "\t", "\n", "")))
        .collect(joining("", "", "."));
  }
}
