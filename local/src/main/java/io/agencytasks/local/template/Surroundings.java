package io.agencytasks.local.template;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Where a stack runs: what AWS would know of it before its first resource exists.
 *
 * @param api where the HTTP API answers
 * @param issuer whose tokens stand for those of the stack's own user pool
 * @param queues where SQS is spoken
 */
public record Surroundings(
    String region, String account, String stackName, URI api, URI issuer, URI queues) {

  String clusterArn(String cluster) {
    return arn("rds", "cluster:" + cluster);
  }

  String functionArn(String function) {
    return arn("lambda", "function:" + function);
  }

  String busArn(String bus) {
    return arn("events", "event-bus/" + bus);
  }

  String bucketName(String bucket) {
    return bucket.toLowerCase(Locale.ROOT);
  }

  /** Of all partitions and regions: names of buckets are unique in the world. */
  String bucketArn(String bucket) {
    return "arn:aws:s3:::" + bucketName(bucket);
  }

  String queueArn(String queue) {
    return arn("sqs", queue);
  }

  String secretArn(String secret) {
    return arn("secretsmanager", "secret:" + secret);
  }

  String topicArn(String topic) {
    return arn("sns", topic);
  }

  Map<String, String> pseudoParameters() {
    return Map.of(
        "AWS::AccountId",
        account,
        "AWS::Partition",
        "aws",
        "AWS::Region",
        region,
        "AWS::StackId",
        arn("cloudformation", "stack/" + stackName + "/" + new UUID(0, 0)),
        "AWS::StackName",
        stackName,
        "AWS::URLSuffix",
        "amazonaws.com");
  }

  private String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }
}
