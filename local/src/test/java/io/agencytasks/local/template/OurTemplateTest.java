package io.agencytasks.local.template;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencytasks.local.template.Stack.Authorizer;
import io.agencytasks.local.template.Stack.Bucket;
import io.agencytasks.local.template.Stack.Bus;
import io.agencytasks.local.template.Stack.Database;
import io.agencytasks.local.template.Stack.Function;
import io.agencytasks.local.template.Stack.Queue;
import io.agencytasks.local.template.Stack.ReceiptRule;
import io.agencytasks.local.template.Stack.Redrive;
import io.agencytasks.local.template.Stack.Topic;
import io.agencytasks.local.template.Stack.Trigger;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import io.agencytasks.local.template.Stack.Trigger.Route;
import io.agencytasks.local.template.Stack.Trigger.Schedule;
import io.agencytasks.local.template.Stack.Trigger.TopicMessages;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template that is deployed, as a laptop reads it. */
class OurTemplateTest {
  private static final String DOORBELLS_URL = "http://localhost:9324/000000000000/Doorbells";
  private static final String DOORBELLS_ARN = "arn:aws:sqs:eu-west-1:000000000000:Doorbells";
  private static final String BROWSER_DOORBELLS_URL =
      "http://localhost:9324/000000000000/BrowserDoorbells";
  private static final String BROWSER_DOORBELLS_ARN =
      "arn:aws:sqs:eu-west-1:000000000000:BrowserDoorbells";
  private static final Map<String, String> WITH_BROWSER = Map.of("BrowserImageUri", "browser:1");
  private static final String EVENT_BELLS_URL = "http://localhost:9324/000000000000/EventBells";
  private static final String EVENT_BELLS_ARN = "arn:aws:sqs:eu-west-1:000000000000:EventBells";
  private static final String TEXT_MESSAGES_ARN = "arn:aws:sns:eu-west-1:000000000000:TextMessages";
  private static final String MAIL_NOTICES_ARN = "arn:aws:sns:eu-west-1:000000000000:MailNotices";
  private static final String APP_URL = OurTemplate.HERE.api() + "/v1";
  private static final String MAIL_FROM = "no-reply@agency-tasks.example";
  private static final String TASK_ENDED =
      "{\"source\":[\"agency-tasks\"],\"detail-type\":[\"TaskCompleted\",\"TaskFailed\"],\"detail\":{\"notify\":[true]}}";
  private static final String DEAD_ARN = DOORBELLS_ARN + "DeadLetter";
  private static final String CLUSTER_ARN = "arn:aws:rds:eu-west-1:000000000000:cluster:Database";
  private static final String SECRET_ARN =
      "arn:aws:secretsmanager:eu-west-1:000000000000:secret:DatabaseSecret";

  @Test
  void the_whole_stack_is_read_with_its_defaults() {
    Stack stack = StackReader.read(OurTemplate.PATH, WITH_BROWSER, OurTemplate.HERE);

    assertThat(stack.functions())
        .contains(
            http(
                "CreateTask",
                new Route("POST", "/v1/tasks", SCOPES, false),
                ringing(Map.of("OUTBOUND_ALLOW_LOOPBACK", "false"))),
            http(
                "GetTask",
                new Route("GET", "/v1/tasks/{id}", SCOPES, false),
                Map.of("ARTIFACTS_BUCKET", "artifacts", "ARTIFACTS_LINK_SECONDS", "900")),
            http("ListTasks", new Route("GET", "/v1/tasks", SCOPES, false), Map.of()),
            http(
                "UpdateTask",
                new Route("PATCH", "/v1/tasks/{id}", SCOPES, false),
                ringing(Map.of("OUTBOUND_ALLOW_LOOPBACK", "false"))),
            http("CancelTask", new Route("DELETE", "/v1/tasks/{id}", SCOPES, false), RINGING),
            http(
                "ApproveTask", new Route("POST", "/v1/tasks/{id}/approve", SCOPES, false), RINGING),
            http("RejectTask", new Route("POST", "/v1/tasks/{id}/reject", SCOPES, false), RINGING),
            http(
                "ExecuteTask", new Route("POST", "/v1/tasks/{id}/execute", SCOPES, false), RINGING),
            http("GiveInput", new Route("POST", "/v1/tasks/{id}/input", SCOPES, false), RINGING),
            http("BulkTasks", new Route("POST", "/v1/tasks/bulk", SCOPES, false), RINGING),
            http("GetQueue", new Route("GET", "/v1/tasks/queue", SCOPES, false), Map.of()),
            http("GetStats", new Route("GET", "/v1/tasks/stats", SCOPES, false), Map.of()),
            http(
                "GetExecutions",
                new Route("GET", "/v1/tasks/{id}/executions", SCOPES, false),
                Map.of("ARTIFACTS_BUCKET", "artifacts", "ARTIFACTS_LINK_SECONDS", "900")),
            http("GetEvents", new Route("GET", "/v1/tasks/{id}/events", SCOPES, false), Map.of()),
            http(
                "GetReadiness",
                new Route("GET", "/v1/tasks/{id}/readiness", SCOPES, false),
                Map.of("MAX_CONCURRENT_EXECUTIONS_PER_USER", "20")),
            http(
                "PutSecret",
                new Route("PUT", "/v1/secrets/{name}", SCOPES, false),
                Map.of("SECRETS_PREFIX", "agency-tasks")),
            http(
                "ListSecrets",
                new Route("GET", "/v1/secrets", SCOPES, false),
                Map.of("SECRETS_PREFIX", "agency-tasks")),
            http(
                "DeleteSecret",
                new Route("DELETE", "/v1/secrets/{name}", SCOPES, false),
                Map.of("SECRETS_PREFIX", "agency-tasks")),
            http(
                "Callback",
                new Route("POST", "/v1/callbacks/{token}", List.of(), true),
                ringing(Map.of("METRICS_SERVICE", "agency-tasks"))),
            http(
                "CreateWebhook",
                new Route("POST", "/v1/webhooks", SCOPES, false),
                Map.of(
                    "OUTBOUND_ALLOW_LOOPBACK", "false",
                    "WEBHOOK_KEY_NAME", "agency-tasks/webhooks")),
            http(
                "RotateSecret",
                new Route("POST", "/v1/webhooks/{id}/rotate-secret", SCOPES, false),
                Map.of("WEBHOOK_KEY_NAME", "agency-tasks/webhooks")),
            http(
                "ReceiveHook",
                new Route("POST", "/v1/hooks/{publicId}", List.of(), true),
                ringing(
                    Map.of(
                        "ARTIFACTS_BUCKET",
                        "artifacts",
                        "METRICS_SERVICE",
                        "agency-tasks",
                        "OUTBOUND_ALLOW_LOOPBACK",
                        "false",
                        "WEBHOOK_KEY_NAME",
                        "agency-tasks/webhooks"))),
            function(
                "ReceiveMail",
                "inbound.email.ReceiveMailFunction",
                Duration.ofMinutes(2),
                new TopicMessages("ReceiveMail.Events.Notice", MAIL_NOTICES_ARN),
                ringing(
                    Map.of(
                        "ARTIFACTS_BUCKET",
                        "artifacts",
                        "INBOUND_MAIL_BUCKET",
                        "mail",
                        "INBOUND_MAIL_TOPIC_ARN",
                        MAIL_NOTICES_ARN,
                        "METRICS_SERVICE",
                        "agency-tasks",
                        "OUTBOUND_ALLOW_LOOPBACK",
                        "false"))),
            function(
                "ReceiveSms",
                "inbound.sms.ReceiveSmsFunction",
                Duration.ofSeconds(28),
                new TopicMessages("ReceiveSms.Events.TextMessage", TEXT_MESSAGES_ARN),
                ringing(
                    Map.of(
                        "ARTIFACTS_BUCKET",
                        "artifacts",
                        "METRICS_SERVICE",
                        "agency-tasks",
                        "OUTBOUND_ALLOW_LOOPBACK",
                        "false",
                        "SMS_TOPIC_ARN",
                        TEXT_MESSAGES_ARN))),
            http("Health", new Route("GET", "/v1/health", List.of(), true), Map.of()),
            function(
                "Executor",
                "queue.ExecutorFunction",
                Duration.ofMinutes(5),
                new QueueMessages(DOORBELLS_ARN, 10, Duration.ZERO, 10, true),
                ringing(
                    Map.ofEntries(
                        entry("APP_URL", APP_URL),
                        entry("ARTIFACTS_BUCKET", "artifacts"),
                        entry("CALLBACKS_URL", "http://localhost:8080/v1/callbacks"),
                        entry("EXECUTOR_SLOTS", "10"),
                        entry("GHL_BASE_URL", "https://services.leadconnectorhq.com"),
                        entry("LEASE_SECONDS", "60"),
                        entry("MAIL_FROM", MAIL_FROM),
                        entry("MAX_CONCURRENT_EXECUTIONS_PER_USER", "20"),
                        entry("METRICS_SERVICE", "agency-tasks"),
                        entry("OUTBOUND_ALLOW_LOOPBACK", "false"),
                        entry("SECRETS_PREFIX", "agency-tasks")))),
            function(
                "Notifier",
                "notify.NotifierFunction",
                Duration.ofSeconds(28),
                new BusRule("Notifier.Events.TaskEnded", "Bus", TASK_ENDED, true),
                Map.of("APP_URL", APP_URL, "MAIL_FROM", MAIL_FROM)),
            image(
                "BrowserExecutor",
                "io.agencytasks.browser.BrowserExecutorFunction",
                Duration.ofMinutes(15),
                new QueueMessages(BROWSER_DOORBELLS_ARN, 1, Duration.ZERO, 5, true),
                ringing(
                    Map.ofEntries(
                        entry("ARTIFACTS_BUCKET", "artifacts"),
                        entry("BROWSER_PATH", ""),
                        entry("BROWSER_SANDBOX", "false"),
                        entry("EXECUTOR_LONGEST_TIMEOUT_SECONDS", "660"),
                        entry("EXECUTOR_SLOTS", "1"),
                        entry("LEASE_SECONDS", "60"),
                        entry("MAX_CONCURRENT_EXECUTIONS_PER_USER", "20"),
                        entry("METRICS_SERVICE", "agency-tasks"),
                        entry("OUTBOUND_ALLOW_LOOPBACK", "false"),
                        entry("SECRETS_PREFIX", "agency-tasks")))),
            function(
                "Publisher",
                "queue.PublisherFunction",
                Duration.ofSeconds(28),
                new QueueMessages(EVENT_BELLS_ARN, 100, Duration.ofSeconds(1), 2, true),
                Map.of("EVENT_BUS_NAME", "Bus")),
            function(
                "Sweep",
                "schedule.SweepFunction",
                Duration.ofSeconds(28),
                new Schedule("Sweep", "rate(1 minute)", "UTC", Optional.of("{}"), true),
                ringing(
                    Map.of(
                        "ARTIFACTS_BUCKET",
                        "artifacts",
                        "METRICS_SERVICE",
                        "agency-tasks",
                        "RETAIN_PAYLOADS_DAYS",
                        "0",
                        "RETAIN_TASKS_DAYS",
                        "0"))));
    assertThat(stack.queues())
        .isEqualTo(
            List.of(
                deadLetters("ReceiveMailDeadLetter"),
                deadLetters("ReceiveSmsDeadLetter"),
                new Queue(
                    "Doorbells",
                    DOORBELLS_ARN,
                    Duration.ofMinutes(30),
                    Duration.ZERO,
                    Duration.ofDays(1),
                    Duration.ofSeconds(20),
                    Optional.of(new Redrive(DEAD_ARN, 5))),
                deadLetters("DoorbellsDeadLetter"),
                new Queue(
                    "BrowserDoorbells",
                    BROWSER_DOORBELLS_ARN,
                    Duration.ofMinutes(90),
                    Duration.ZERO,
                    Duration.ofDays(1),
                    Duration.ofSeconds(20),
                    Optional.of(new Redrive(BROWSER_DOORBELLS_ARN + "DeadLetter", 5))),
                deadLetters("BrowserDoorbellsDeadLetter"),
                new Queue(
                    "EventBells",
                    EVENT_BELLS_ARN,
                    Duration.ofSeconds(168),
                    Duration.ZERO,
                    Duration.ofDays(1),
                    Duration.ofSeconds(20),
                    Optional.of(new Redrive(EVENT_BELLS_ARN + "DeadLetter", 5))),
                deadLetters("EventBellsDeadLetter"),
                deadLetters("NotifierDeadLetter")));
    assertThat(stack.buses()).containsExactly(new Bus("Bus"));
    assertThat(stack.topics())
        .containsExactlyInAnyOrder(
            new Topic("TextMessages", TEXT_MESSAGES_ARN),
            new Topic("MailNotices", MAIL_NOTICES_ARN));
    assertThat(stack.buckets())
        .containsExactlyInAnyOrder(new Bucket("mail"), new Bucket("artifacts"));
    assertThat(stack.receiptRules())
        .containsExactly(
            new ReceiptRule(
                "MailRule",
                List.of("agency-tasks.example"),
                "mail",
                "mail/",
                MAIL_NOTICES_ARN,
                true,
                true));
    assertThat(stack.authorizer())
        .isEqualTo(
            new Authorizer(URI.create("http://localhost:8081/issuer"), List.of("UserPoolClient")));
    assertThat(stack.database())
        .isEqualTo(new Database(CLUSTER_ARN, "agency_tasks", SECRET_ARN, "agency_tasks_app"));
  }

  @Test
  void another_issuer_takes_the_place_of_our_own_user_pool() {
    var parameters = Map.of("JwtIssuer", "https://login.example.com", "JwtAudience", "one, two");

    assertThat(StackReader.read(OurTemplate.PATH, parameters, OurTemplate.HERE).authorizer())
        .isEqualTo(new Authorizer(URI.create("https://login.example.com"), List.of("one", "two")));
  }

  @Test
  void without_a_domain_no_mail_comes_in() {
    var stack = StackReader.read(OurTemplate.PATH, Map.of("MailDomain", ""), OurTemplate.HERE);

    assertThat(stack.receiptRules()).isEmpty();
  }

  @Test
  void without_an_image_there_is_no_browser_but_its_doorbells_are_kept() {
    var stack = StackReader.read(OurTemplate.PATH, Map.of(), OurTemplate.HERE);

    assertThat(stack.functions()).extracting(Function::name).doesNotContain("BrowserExecutor");
    assertThat(stack.queues()).extracting(Queue::name).contains("BrowserDoorbells");
  }

  @Test
  void a_laptop_may_let_tasks_call_itself() {
    var stack =
        StackReader.read(
            OurTemplate.PATH, Map.of("AllowLoopbackTargets", "true"), OurTemplate.HERE);

    assertThat(stack.functions())
        .filteredOn(function -> function.environment().containsKey("OUTBOUND_ALLOW_LOOPBACK"))
        .extracting(Function::name, f -> f.environment().get("OUTBOUND_ALLOW_LOOPBACK"))
        .containsExactly(
            tuple("CreateTask", "true"),
            tuple("UpdateTask", "true"),
            tuple("CloneTask", "true"),
            tuple("CreateTemplate", "true"),
            tuple("UpdateTemplate", "true"),
            tuple("CreateTaskFromTemplate", "true"),
            tuple("CreateWebhook", "true"),
            tuple("UpdateWebhook", "true"),
            tuple("TryMessage", "true"),
            tuple("ReplayMessage", "true"),
            tuple("ReceiveHook", "true"),
            tuple("ReceiveMail", "true"),
            tuple("ReceiveSms", "true"),
            tuple("Executor", "true"));
  }

  @Test
  void people_may_look_at_their_tasks_elsewhere() {
    var stack =
        StackReader.read(
            OurTemplate.PATH, Map.of("AppUrl", "https://app.example.com"), OurTemplate.HERE);

    assertThat(stack.functions())
        .filteredOn(function -> function.environment().containsKey("APP_URL"))
        .extracting(Function::name, f -> f.environment().get("APP_URL"))
        .containsExactly(
            tuple("Executor", "https://app.example.com"),
            tuple("Notifier", "https://app.example.com"));
  }

  @ParameterizedTest
  @CsvSource({"Doorbells, Executor", "BrowserDoorbells, BrowserExecutor", "EventBells, Publisher"})
  void a_bell_stays_hidden_for_six_times_as_long_as_who_hears_it_may_run(
      String queue, String function) {
    var stack = StackReader.read(OurTemplate.PATH, WITH_BROWSER, OurTemplate.HERE);
    var hears = stack.functions().stream().filter(f -> f.name().equals(function)).findFirst();
    var bells = stack.queues().stream().filter(q -> q.name().equals(queue)).findFirst();

    assertThat(bells.orElseThrow().visibilityTimeout())
        .isGreaterThanOrEqualTo(hears.orElseThrow().timeout().multipliedBy(6));
  }

  private static final Map<String, String> RINGING =
      Map.of(
          "DOORBELLS_BROWSER_QUEUE_URL",
          BROWSER_DOORBELLS_URL,
          "DOORBELLS_QUEUE_URL",
          DOORBELLS_URL,
          "EVENT_BELLS_QUEUE_URL",
          EVENT_BELLS_URL);

  private static final List<String> SCOPES = List.of("tasks", "agency-tasks/tasks");

  /** What only waits for people. */
  private static Queue deadLetters(String name) {
    return new Queue(
        name,
        "arn:aws:sqs:eu-west-1:000000000000:" + name,
        Duration.ofSeconds(30),
        Duration.ZERO,
        Duration.ofDays(14),
        Duration.ZERO,
        Optional.empty());
  }

  /** The environment of who rings, with what else it is told. */
  private static Map<String, String> ringing(Map<String, String> environment) {
    var all = new HashMap<>(RINGING);
    all.putAll(environment);
    return all;
  }

  private static Function http(String name, Trigger trigger, Map<String, String> environment) {
    var handler = "http." + name + "Function";
    return function(name, handler, Duration.ofSeconds(28), trigger, environment);
  }

  private static Function image(
      String name,
      String handler,
      Duration timeout,
      Trigger trigger,
      Map<String, String> environment) {
    return new Function(name, handler, timeout, 4096, whole(environment), List.of(trigger));
  }

  private static Function function(
      String name,
      String handler,
      Duration timeout,
      Trigger trigger,
      Map<String, String> environment) {
    return new Function(
        name,
        "io.agencytasks.functions." + handler,
        timeout,
        1769,
        whole(environment),
        List.of(trigger));
  }

  private static Map<String, String> whole(Map<String, String> environment) {
    var whole = new HashMap<>(environment);
    whole.put("DATABASE_CLUSTER_ARN", CLUSTER_ARN);
    whole.put("DATABASE_SECRET_ARN", SECRET_ARN);
    whole.put("DATABASE_NAME", "agency_tasks");
    whole.put("HEAD_START_BY_PRIORITY", "low=0s,medium=1h,high=4h,critical=24h");
    whole.put("HEAD_START_BY_URGENCY", "normal=0s,soon=30m,urgent=2h,immediate=12h");
    return whole;
  }
}
