package io.agencytasks.local.scale;

import static io.agencytasks.local.scale.AMillionTasks.HEAVY;
import static io.agencytasks.local.scale.AMillionTasks.LIGHT;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.artifact.TaskFolder;
import io.agencytasks.domain.bus.OutgoingEvent;
import io.agencytasks.domain.bus.PublishEvents;
import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.change.Selection;
import io.agencytasks.domain.conversation.GetConversation;
import io.agencytasks.domain.conversation.ListConversations;
import io.agencytasks.domain.execution.BrowserSession;
import io.agencytasks.domain.execution.Callback.OnTheWay;
import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.Callbacks;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.execution.TakeCallback;
import io.agencytasks.domain.history.GetEvents;
import io.agencytasks.domain.history.GetExecutions;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.inbound.ConversationId;
import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.Intake;
import io.agencytasks.domain.inbound.KnownWebhook;
import io.agencytasks.domain.inbound.KnownWebhooks;
import io.agencytasks.domain.inbound.ListMessages;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.MessageContent;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.inbound.MessageIds;
import io.agencytasks.domain.inbound.MessageThread;
import io.agencytasks.domain.inbound.ReceiveMessage;
import io.agencytasks.domain.inbound.ReplayMessage;
import io.agencytasks.domain.inbound.TaskWish;
import io.agencytasks.domain.inbound.TryMessage;
import io.agencytasks.domain.notification.EndedTask;
import io.agencytasks.domain.notification.OwnerMails;
import io.agencytasks.domain.notification.OwnerMails.Fate;
import io.agencytasks.domain.notification.RemindedTasks;
import io.agencytasks.domain.queue.GetQueue;
import io.agencytasks.domain.queue.QueueFilter;
import io.agencytasks.domain.readiness.GetReadiness;
import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.report.ReportFilter;
import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.report.ReportRows;
import io.agencytasks.domain.report.Span;
import io.agencytasks.domain.schedule.CatchUp;
import io.agencytasks.domain.schedule.Cron;
import io.agencytasks.domain.schedule.Overlap;
import io.agencytasks.domain.schedule.Schedule;
import io.agencytasks.domain.schedule.Turn;
import io.agencytasks.domain.secret.Users;
import io.agencytasks.domain.stats.Day;
import io.agencytasks.domain.stats.GetStats;
import io.agencytasks.domain.sweep.ClearPayloads;
import io.agencytasks.domain.sweep.ClearTheOutbox;
import io.agencytasks.domain.sweep.DeleteArtifacts;
import io.agencytasks.domain.sweep.DeleteOldTasks;
import io.agencytasks.domain.sweep.DueTemplate;
import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.domain.sweep.ExpireInputs;
import io.agencytasks.domain.sweep.ExpireReviews;
import io.agencytasks.domain.sweep.ForgetOldAnswers;
import io.agencytasks.domain.sweep.KeepReadyTenants;
import io.agencytasks.domain.sweep.MeasureBacklog;
import io.agencytasks.domain.sweep.RecurTasks;
import io.agencytasks.domain.sweep.ReleaseDueTasks;
import io.agencytasks.domain.sweep.RingForTheUnheard;
import io.agencytasks.domain.sweep.RingForTheUnpublished;
import io.agencytasks.domain.task.CloneTask;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.template.ListTemplates;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.ListWebhooks;
import io.agencytasks.domain.webhook.Rules;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement finds what it needs by an index, and reads little more than that, with a million
 * tasks in the table.
 *
 * <p>A statement is a line of {@link #statements()}: its name, how many rows of agency_tasks,
 * task_executions and task_events it may read at the most, and the call that sends it. The call is
 * made once in earnest, and what it sent is explained and taken back, so writes may stand here too;
 * a call that needs a task of its own takes a number that no other line has. Lists have a test of
 * their own beside this one.
 */
@Tag("NFR-007")
@Tag("NFR-008")
class EveryStatementTest {
  private static final TaskId A_TASK = new TaskId(500_010);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Stretch FIRST = new Stretch(50, 0);
  private static final io.agencytasks.domain.task.Tag URGENT =
      new io.agencytasks.domain.task.Tag("urgent");
  private static final Action DEFER =
      new Action.Update(
          TaskPatch.NOTHING, Optional.of(TaskStatus.DEFERRED), Optional.empty(), Map.of());

  private static final ReportFilter ANY_ROW =
      new ReportFilter(List.of(), List.of(), List.of(), List.of(), List.of());

  private static final IdempotencyKey KEY = new IdempotencyKey("key", "hash");
  private static final Map<TaskType, TypeVerdict> ANY_CONFIG =
      Stream.of(TaskType.values())
          .collect(
              Collectors.toMap(
                  type -> type, type -> new TypeVerdict(List.of(), OnUncertain.RETRY)));

  private static final DueTemplate HOURLY =
      new DueTemplate(
          new TemplateId(1),
          1,
          new Schedule(
              new Cron("0 * * * *"),
              null,
              UTC,
              Instant.EPOCH,
              null,
              Overlap.QUEUE,
              CatchUp.ONE,
              true),
          Instant.EPOCH);
  private static final Turn TURN = new Turn(Instant.EPOCH, true, null);

  private static final CallbackToken TOKEN = CallbackToken.read("x".repeat(43)).orElseThrow();
  private static final Outcome DONE = new Outcome.Done(new Json("{}"), "Done");
  private static final BrowserSession A_SESSION = new BrowserSession("id", null, null);
  private static final Progress NO_STEPS = new Progress(0, 0, null, new Json("[]"));

  private static final EndedTask ENDED =
      new EndedTask(UUID.randomUUID(), A_TASK, 1, EndedTask.How.COMPLETED);
  private static final KnownWebhook A_WEBHOOK =
      new KnownWebhook(
          new Webhook(
              new WebhookId(1),
              UUID.randomUUID(),
              "Orders",
              Channel.CUSTOM,
              null,
              true,
              Verification.STANDARD,
              null,
              TaskPatch.NOTHING,
              Rules.USUAL,
              null,
              Instant.EPOCH,
              Instant.EPOCH,
              1),
          1,
          "heavy",
          null,
          null);
  private static final IncomingMessage A_MESSAGE =
      new IncomingMessage(
          MessageIds.external("msg_1"),
          "ann@example.com",
          new MessageThread("ann@example.com", List.of("msg_0")),
          MessageContent.of(MessageBody.text("Two desks")),
          null,
          null,
          TaskWish.of(null, null),
          new Intake.MakeTask(false));

  record Sent(String name, int mostRows, Consumer<AMillionTasks> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sent> statements() {
    return Stream.of(
        new Sent("get", 50, it -> it.port(GetTask.Store.class).find(HEAVY, A_TASK)),
        new Sent("get a foreign task", 50, it -> it.port(GetTask.Store.class).find(LIGHT, A_TASK)),
        changing("execute", 30, new Action.Execute()),
        changing("approve", 31, new Action.Approve(Optional.empty())),
        changing("cancel", 32, new Action.Cancel(Optional.empty())),
        changing("update", 33, DEFER),
        changing("tag", 34, new Action.Label(List.of(URGENT), List.of())),
        new Sent("bulk", 2_000, it -> change(it, ids(100, 199), DEFER)),
        new Sent(
            "clone",
            100,
            it ->
                it.port(CloneTask.Store.class)
                    .copy(HEAVY, A_TASK, TaskPatch.NOTHING, false, ANY_CONFIG, KEY)),
        new Sent("whose secrets", 0, it -> it.port(Users.class).meet(HEAVY)),
        new Sent(
            "receive a message",
            50,
            it ->
                it.port(ReceiveMessage.Store.class)
                    .receive(A_WEBHOOK, A_MESSAGE, TaskPatch.NOTHING, ANY_CONFIG)),
        new Sent(
            "look at a message again",
            50,
            it ->
                it.port(ReplayMessage.Store.class)
                    .replay(
                        HEAVY,
                        A_WEBHOOK.webhook(),
                        new MessageId(1),
                        A_MESSAGE,
                        TaskPatch.NOTHING,
                        ANY_CONFIG)),
        new Sent(
            "a message with its webhook",
            50,
            it ->
                it.port(ReplayMessage.Messages.class)
                    .find(HEAVY, A_WEBHOOK.webhook().id(), new MessageId(1))),
        new Sent(
            "the task of a message, in theory",
            50,
            it ->
                it.port(TryMessage.Store.class)
                    .draft(HEAVY, A_WEBHOOK.webhook(), TaskPatch.NOTHING, ANY_CONFIG)),
        new Sent(
            "a webhook by its URL",
            0,
            it -> it.port(KnownWebhooks.Store.class).find(UUID.randomUUID())),
        new Sent(
            "a webhook by its address",
            0,
            it -> it.port(KnownWebhooks.Store.class).byAddress(Channel.SMS, "+15550100")),
        new Sent("webhooks", 0, it -> it.port(ListWebhooks.Store.class).list(HEAVY, FIRST)),
        new Sent(
            "a webhook's messages",
            50,
            it ->
                it.port(ListMessages.Store.class).messages(HEAVY, A_WEBHOOK.webhook().id(), FIRST)),
        new Sent(
            "conversations", 0, it -> it.port(ListConversations.Store.class).list(HEAVY, FIRST)),
        new Sent(
            "a conversation",
            50,
            it -> it.port(GetConversation.Store.class).find(HEAVY, new ConversationId(1), FIRST)),
        new Sent("templates", 50, it -> it.port(ListTemplates.Store.class).list(HEAVY, FIRST)),
        new Sent(
            "queue, from all that is active",
            400_000,
            it -> it.port(GetQueue.Store.class).queue(HEAVY, QueueFilter.ALL, 50)),
        new Sent(
            "stats, from all there are",
            120_000,
            it -> it.port(GetStats.Store.class).count(HEAVY, Day.at(Instant.now(), UTC))),
        new Sent(
            "executions",
            200,
            it -> it.port(GetExecutions.Store.class).executions(HEAVY, A_TASK, FIRST)),
        new Sent("events", 200, it -> it.port(GetEvents.Store.class).events(HEAVY, A_TASK, FIRST)),
        report("a page of 2,000 tasks", 8_000, ReportKind.TASK_SUMMARY),
        report("a page of 2,000 executions", 16_000, ReportKind.EXECUTION_LOG),
        report("reviews, of which there are none", 0, ReportKind.REVIEW_EVIDENCE),
        new Sent("readiness", 100_000, it -> it.port(GetReadiness.Store.class).find(HEAVY, A_TASK)),
        new Sent(
            "claim, from 2,002 tenants' most urgent",
            7_000,
            it -> it.port(RunExecutions.Claims.class).claim(Lane.STANDARD, 10, MINUTE)),
        new Sent("session, noted", 1, it -> it.port(Steps.class).note(anExecution(), A_SESSION)),
        new Sent("steps, noted", 1, it -> it.port(Steps.class).note(anExecution(), NO_STEPS)),
        new Sent("what a reminder says", 1, it -> it.port(RemindedTasks.class).find(1, A_TASK)),
        new Sent("mail to an owner, begun", 1, it -> it.port(OwnerMails.class).begin(ENDED)),
        new Sent(
            "mail to an owner, ended", 1, it -> it.port(OwnerMails.class).end(ENDED, Fate.SENT)),
        new Sent("steps of attempts before", 50, it -> it.port(Steps.class).before(anExecution())),
        new Sent(
            "callback: awaited",
            1,
            it -> it.port(Callbacks.class).expect(anExecution(), TOKEN, Instant.now(), "Posting.")),
        new Sent(
            "callback: on the way",
            1,
            it -> it.port(TakeCallback.Store.class).note(TOKEN, new OnTheWay(1, 0, null, "Half"))),
        new Sent(
            "callback: ended", 100, it -> it.port(TakeCallback.Store.class).settle(TOKEN, DONE)),
        new Sent("sweep: lost leases", 1_000, it -> it.port(EndLostLeases.Store.class).end(100)),
        new Sent(
            "sweep: expired inputs", 1_000, it -> it.port(ExpireInputs.Store.class).expire(100)),
        new Sent(
            "sweep: expired reviews", 1_000, it -> it.port(ExpireReviews.Store.class).expire(100)),
        new Sent(
            "sweep: due tasks",
            1_000,
            it -> it.port(ReleaseDueTasks.Store.class).release(Duration.ofSeconds(75), 100)),
        new Sent(
            "sweep: tenants with ready tasks",
            6_000,
            it -> it.port(KeepReadyTenants.Store.class).keep(100)),
        new Sent(
            "publish: lease",
            0,
            it -> it.port(PublishEvents.Waiting.class).lease(200, Duration.ofSeconds(30))),
        new Sent(
            "publish: mark",
            0,
            it ->
                it.port(PublishEvents.Published.class)
                    .mark(
                        List.of(
                            new OutgoingEvent(1, "TaskFailed", Instant.now(), new Json("{}"))))),
        new Sent(
            "sweep: unpublished events",
            0,
            it -> it.port(RingForTheUnpublished.Store.class).waiting(1_000)),
        new Sent(
            "sweep: old events",
            0,
            it -> it.port(ClearTheOutbox.Store.class).clear(Duration.ofDays(1), 100)),
        new Sent(
            "sweep: due templates",
            0,
            it -> it.port(RecurTasks.Templates.class).due(Instant.now(), 100)),
        new Sent(
            "sweep: a template's time",
            100,
            it -> it.port(RecurTasks.Store.class).recur(HOURLY, TURN, true, ANY_CONFIG)),
        new Sent(
            "sweep: old payloads", 3_000, it -> it.port(ClearPayloads.Store.class).clear(30, 100)),
        new Sent("sweep: old tasks", 0, it -> it.port(DeleteOldTasks.Store.class).delete(30, 100)),
        new Sent(
            "sweep: whose artifacts are to be deleted",
            0,
            it -> it.port(DeleteArtifacts.Store.class).waiting(100)),
        new Sent(
            "sweep: whose artifacts are deleted",
            0,
            it -> it.port(DeleteArtifacts.Store.class).strike(List.of(new TaskFolder(1, 1)))),
        new Sent(
            "sweep: the backlog, counted whole",
            250_000,
            it -> it.port(MeasureBacklog.Store.class).look()),
        new Sent("sweep: old answers", 0, it -> it.port(ForgetOldAnswers.Store.class).forget(100)),
        new Sent(
            "sweep: ready tasks",
            1_000,
            it -> it.port(RingForTheUnheard.Store.class).find(Lane.STANDARD, 100)));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void is_served_by_an_index(Sent sent) {
    assertThat(AMillionTasks.loaded().plans(sent.call()))
        .isNotEmpty()
        .allSatisfy(
            plan -> {
              assertThat(plan.sequentialScans()).as(plan.text()).isEmpty();
              assertThat(plan.rowsRead()).as(plan.text()).isLessThanOrEqualTo(sent.mostRows());
            });
  }

  private static Sent report(String name, int mostRows, ReportKind kind) {
    return new Sent(
        "report: " + name,
        mostRows,
        it -> {
          var year = new Span(it.madeAt().minus(Duration.ofDays(360)), it.madeAt());
          var query = new ReportRows.Query(1, kind, year, ANY_ROW);
          it.port(ReportRows.class).read(query, Optional.empty());
        });
  }

  private static Sent changing(String name, long task, Action action) {
    return new Sent(name, 100, it -> change(it, ids(task, task), action));
  }

  private static void change(AMillionTasks tasks, List<TaskId> ids, Action action) {
    tasks
        .port(ChangeTasks.Store.class)
        .change(
            HEAVY, new Selection(ids, IfMatch.ANY, false, false), action, HeadStart.USUAL, null);
  }

  private static List<TaskId> ids(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(TaskId::new).toList();
  }

  private static ClaimedExecution anExecution() {
    return new ClaimedExecution(
        new ExecutionToken(UUID.randomUUID()),
        A_TASK,
        UUID.randomUUID(),
        1,
        2,
        TaskType.NOTIFICATION,
        "Tell",
        new Json("{}"),
        null,
        Duration.ZERO);
  }
}
