package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Bucket;
import io.agencytasks.local.template.Stack.ReceiptRule;
import io.agencytasks.local.template.Stack.Topic;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.util.List;
import java.util.Set;

/** Reads {@code AWS::SES::ReceiptRule}: one that puts mail into a bucket and tells a topic. */
record ReceiptRuleReader(List<Bucket> buckets, List<Topic> topics) {
  /** What SES itself calls its rule, and how strict it is about TLS, has no effect here. */
  private static final Set<String> RULE =
      Set.of("Actions", "Enabled", "Name", "Recipients", "ScanEnabled", "TlsPolicy");

  private static final Set<String> S3_ACTION = Set.of("BucketName", "ObjectKeyPrefix", "TopicArn");

  ReceiptRule read(Resource resource) {
    var rule = resource.properties(Set.of("RuleSetName", "Rule")).nested("Rule", RULE);
    var actions = rule.items("Actions", Set.of("S3Action"));
    if (actions.size() != 1) {
      throw rule.refuse("Actions", "must be the one that puts mail into S3.");
    }
    var action = actions.getFirst().nested("S3Action", S3_ACTION);
    return new ReceiptRule(
        resource.name(),
        rule.texts("Recipients"),
        bucket(action),
        action.find("ObjectKeyPrefix").orElse(""),
        topic(action),
        rule.flag("Enabled"),
        rule.flag("ScanEnabled"));
  }

  private String bucket(Properties action) {
    var bucket = action.text("BucketName");
    if (!buckets.contains(new Bucket(bucket))) {
      throw action.refuse("BucketName", "is no bucket of this template.");
    }
    return bucket;
  }

  private String topic(Properties action) {
    var topic = action.text("TopicArn");
    if (topics.stream().noneMatch(known -> known.arn().equals(topic))) {
      throw action.refuse("TopicArn", "is no topic of this template.");
    }
    return topic;
  }
}
