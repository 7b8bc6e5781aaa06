package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Bus;
import io.agencytasks.local.template.Stack.Topic;
import io.agencytasks.local.template.language.Resource;
import io.agencytasks.local.template.language.Template;
import io.agencytasks.local.template.language.TemplateRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a stack from its template. */
public final class StackReader {
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String API = "AWS::Serverless::HttpApi";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String BUS = "AWS::Events::EventBus";
  private static final String TOPIC = "AWS::SNS::Topic";
  private static final String RULE_SET = "AWS::SES::ReceiptRuleSet";
  private static final String RECEIPT_RULE = "AWS::SES::ReceiptRule";
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String CLUSTER = "AWS::RDS::DBCluster";
  private static final String SECRET = "AWS::SecretsManager::Secret";
  private static final Set<String> RUN_HERE =
      Set.of(FUNCTION, API, QUEUE, BUS, TOPIC, BUCKET, CLUSTER, SECRET, RULE_SET, RECEIPT_RULE);

  private final Template template;
  private final Surroundings here;

  private StackReader(Template template, Surroundings here) {
    this.template = template;
    this.here = here;
  }

  /**
   * Reads the template as it is, its intrinsics evaluated as AWS would.
   *
   * @param parameters values for parameters that shall not have their defaults
   * @throws TemplateRefused if the file cannot be read, or asks for what a laptop does not
   *     understand
   */
  public static Stack read(Path file, Map<String, String> parameters, Surroundings here) {
    var template = Template.read(file, parameters, here.pseudoParameters(), new Identities(here));
    return new StackReader(template, here).stack();
  }

  private Stack stack() {
    template.resources().forEach(StackReader::checkType);
    var queues = QueueReader.readAll(all(QUEUE), here);
    var api = Api.of(theOnly(API));
    var buses = all(BUS).stream().map(StackReader::bus).toList();
    var topics = all(TOPIC).stream().map(this::topic).toList();
    var buckets = all(BUCKET).stream().map(it -> BucketReader.read(it, here)).toList();
    var receipts = new ReceiptRuleReader(buckets, topics);
    var receiptRules = all(RECEIPT_RULE).stream().map(receipts::read).toList();
    var triggers = new TriggerReader(api, queues, buses, topics);
    var functions = FunctionReader.readAll(all(FUNCTION), triggers);
    var database = DatabaseReader.read(theOnly(CLUSTER), theOnly(SECRET), here);
    return new Stack(
        functions, queues, buses, topics, buckets, receiptRules, api.authorizer(), database);
  }

  /** Its name has no effect: here it has its logical id. */
  private static Bus bus(Resource bus) {
    bus.properties(Set.of("Description", "Name"));
    return new Bus(bus.name());
  }

  /** Its names have no effect: here it has its logical id. */
  private Topic topic(Resource topic) {
    topic.properties(Set.of("DisplayName", "TopicName"));
    return new Topic(topic.name(), here.topicArn(topic.name()));
  }

  private static void checkType(Resource resource) {
    var type = resource.type();
    if (!RUN_HERE.contains(type) && !WithoutCounterpart.REASONS.containsKey(type)) {
      throw resource.refuse("is of type " + type + ", which is not understood.");
    }
  }

  private List<Resource> all(String type) {
    return template.resources().stream().filter(found -> found.type().equals(type)).toList();
  }

  private Resource theOnly(String type) {
    var all = all(type);
    if (all.isEmpty()) {
      throw template.refuse("There is no " + type + ", and a laptop needs one.");
    }
    if (all.size() > 1) {
      throw all.get(1).refuse("is a second " + type + ", and a laptop runs one.");
    }
    return all.getFirst();
  }
}
