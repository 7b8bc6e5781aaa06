package io.agencytasks.local;

import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.aurora.Aurora;
import io.agencytasks.local.bus.EventBridge;
import io.agencytasks.local.cloudwatch.CloudWatch;
import io.agencytasks.local.console.EventsEndpoint;
import io.agencytasks.local.console.FireEndpoint;
import io.agencytasks.local.console.MailEndpoint;
import io.agencytasks.local.console.StatusEndpoint;
import io.agencytasks.local.console.TextMessagesEndpoint;
import io.agencytasks.local.dataapi.DataApiEndpoint;
import io.agencytasks.local.dataapi.DataApiSettings;
import io.agencytasks.local.gateway.HttpApi;
import io.agencytasks.local.identity.Issuer;
import io.agencytasks.local.identity.TokenRequest;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.FunctionHost;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.mail.SentMessages;
import io.agencytasks.local.s3.S3;
import io.agencytasks.local.scheduler.Scheduler;
import io.agencytasks.local.secretsmanager.SecretsEndpoint;
import io.agencytasks.local.ses.SesEndpoint;
import io.agencytasks.local.smtp.InboundMail;
import io.agencytasks.local.sns.SnsEndpoint;
import io.agencytasks.local.sns.Topics;
import io.agencytasks.local.sqs.QueuePoller;
import io.agencytasks.local.sqs.Sqs;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import io.agencytasks.local.template.StackReader;
import io.agencytasks.local.template.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The whole cloud that a template asks for, running in this JVM. */
public final class LaptopCloud implements AutoCloseable {
  private static final AwsAccount ACCOUNT = new AwsAccount("000000000000", "eu-central-1");
  private static final String STACK_NAME = "agency-tasks";

  /** The topic by which they come in; its name has a meaning on a laptop alone. */
  private static final String TEXT_MESSAGES = "TextMessages";

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Supplier<UUID> IDS = UUID::randomUUID;

  private final OpenParts parts;
  private final Stack stack;
  private final Front front;
  private final Sqs sqs;
  private final Aurora aurora;
  private final DataApiEndpoint dataApi;
  private final FunctionHost functions;
  private final EventBridge bridge;
  private final S3 s3;
  private final SentMessages sent;
  private final Topics topics;
  private final InboundMail mail;
  private final CloudWatch metrics;
  private final Scheduler scheduler;
  private final Issuer issuer;

  private LaptopCloud(OpenParts parts, Settings settings, Consumer<String> progress)
      throws IOException {
    this.parts = parts;
    parts.add(Home.lock(settings.home()));
    front = Front.bind(settings.port());
    parts.add(front::giveUpPort);

    progress.accept("Starting the queues");
    sqs = parts.add(Sqs.start(ACCOUNT));
    stack = StackReader.read(settings.template(), parameters(settings), surroundings());
    sqs.create(stack.queues());

    // Before the database, in which the numbers of users would begin anew.
    SecretsEndpoint secrets =
        parts.add(SecretsEndpoint.start(settings.home(), settings.fresh(), ACCOUNT, CLOCK, IDS));

    progress.accept("Starting the database in " + settings.home());
    aurora =
        parts.add(
            Aurora.start(Aurora.Settings.in(settings.home(), settings.fresh()), stack.database()));
    Stack.Database database = stack.database();
    dataApi =
        parts.add(
            DataApiEndpoint.start(
                new DataApiSettings(
                    database.clusterArn(), database.secretArn(), database.databaseName()),
                aurora.application(),
                CLOCK));
    metrics = parts.add(CloudWatch.listen());
    functions = parts.add(new FunctionHost(stack.functions(), ACCOUNT, CLOCK, IDS));
    bridge =
        parts.add(
            EventBridge.start(stack.buses(), stack.functions(), functions, ACCOUNT, CLOCK, IDS));
    s3 = parts.add(S3.start(objects(settings), stack.buckets()));
    sent = SentMessages.in(settings.home(), settings.fresh());
    SesEndpoint ses = parts.add(SesEndpoint.start(sent, ACCOUNT, CLOCK, IDS));
    topics = parts.add(new Topics(stack.topics(), stack.functions(), functions, CLOCK, IDS));
    SnsEndpoint sns = parts.add(SnsEndpoint.start(sent, topics, CLOCK, IDS));
    mail = parts.add(inboundMail(settings));
    new SdkSettings(
            ACCOUNT,
            sqs.uri(),
            dataApi.uri(),
            bridge.uri(),
            s3.uri(),
            secrets.uri(),
            ses.uri(),
            sns.uri())
        .apply();

    progress.accept("Starting the API");
    issuer = new Issuer(settings.home(), stack.authorizer(), CLOCK, IDS);
    scheduler = parts.add(Scheduler.start(stack.functions(), functions, ACCOUNT, CLOCK, IDS));
    stack.functions().forEach(this::pollQueues);
    serve();
  }

  /**
   * Starts everything and returns when the API answers.
   *
   * @param progress is told each step that may take a second or more
   * @throws CannotStart and the rooms' own refusals, with a sentence for people; nothing stays open
   */
  public static LaptopCloud start(Settings settings, Consumer<String> progress) {
    OpenParts parts = new OpenParts();
    try {
      return new LaptopCloud(parts, settings, progress);
    } catch (IOException e) {
      parts.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Where the API answers: {@code http://localhost:8080}. */
  public URI apiUri() {
    return front.uri();
  }

  /** A token that the API takes, for a day. */
  public String token(String subject) {
    return issuer.mint(TokenRequest.of(subject));
  }

  /** What the template asked for. */
  public Stack stack() {
    return stack;
  }

  public Lambda lambda() {
    return functions;
  }

  public Scheduler schedules() {
    return scheduler;
  }

  public Sqs sqs() {
    return sqs;
  }

  public EventBridge events() {
    return bridge;
  }

  /** Where mail comes in: {@code smtp://localhost:2525}. */
  public URI smtp() {
    return mail.uri();
  }

  public Topics topics() {
    return topics;
  }

  public S3 s3() {
    return s3;
  }

  /** Counts the functions' calls of the database. */
  public DataApiEndpoint dataApi() {
    return dataApi;
  }

  /** Connections of the database's superuser, past the Data API. */
  public DataSource superuser() {
    return aurora.superuser();
  }

  /** Stops everything in order; what runs has some seconds to end. */
  @Override
  public void close() {
    parts.close();
  }

  private static S3.Settings objects(Settings settings) {
    return new S3.Settings(
        settings.home().resolve("s3"),
        settings.fresh(),
        SdkSettings.ACCESS_KEY_ID,
        SdkSettings.SECRET_ACCESS_KEY);
  }

  private InboundMail inboundMail(Settings settings) {
    var inbound =
        new InboundMail.Settings(
            settings.smtpPort(),
            s3.uri(),
            SdkSettings.ACCESS_KEY_ID,
            SdkSettings.SECRET_ACCESS_KEY);
    try {
      return InboundMail.start(inbound, stack, topics, ACCOUNT, CLOCK, IDS);
    } catch (BindException e) {
      throw new CannotStart(
          "Port "
              + settings.smtpPort()
              + " for mail cannot be opened: stop the program that listens there, or set SMTP_PORT"
              + " to another.",
          e);
    }
  }

  private Map<String, String> parameters(Settings settings) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("JwtIssuer", front.issuer().toString());
    // Tasks may call this machine, which they may never where others' tasks run too.
    parameters.put("AllowLoopbackTargets", "true");
    parameters.put("MailFrom", "agency-tasks@laptop.test");
    // Its class is on the class path here, and no image is asked for.
    parameters.put("BrowserImageUri", "none");
    parameters.put("BrowserSandbox", Boolean.toString(!isRoot()));
    parameters.putAll(settings.parameters());
    return parameters;
  }

  private static boolean isRoot() {
    return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
  }

  private Surroundings surroundings() {
    return new Surroundings(
        ACCOUNT.region(), ACCOUNT.id(), STACK_NAME, front.uri(), front.issuer(), sqs.uri());
  }

  private void pollQueues(Stack.Function function) {
    for (Stack.Trigger trigger : function.triggers()) {
      if (trigger instanceof QueueMessages mapping) {
        parts.add(QueuePoller.start(sqs, ACCOUNT, functions, function.name(), mapping, CLOCK));
      }
    }
  }

  private void serve() {
    HttpServer server = front.server();
    server.createContext("/", new HttpApi(stack, functions, ACCOUNT, CLOCK, IDS));
    server.createContext(Front.ISSUER, issuer.metadata());
    server.createContext("/local/token", issuer.tokens());
    server.createContext(
        "/local/status",
        new StatusEndpoint(functions, sqs, scheduler, bridge, metrics, aurora, mail.uri()));
    server.createContext("/local/events", new EventsEndpoint(bridge));
    server.createContext("/local/mail", new MailEndpoint(sent));
    stack.topics().stream()
        .filter(topic -> topic.name().equals(TEXT_MESSAGES))
        .forEach(
            topic ->
                server.createContext(
                    "/local/inbound/sms", new TextMessagesEndpoint(topics, topic.arn(), IDS)));
    server.createContext("/local/schedules/", new FireEndpoint(scheduler));
    server.start();
    // Opened last, so that it is closed first: no request comes in while the others stop.
    parts.add(front);
  }
}
