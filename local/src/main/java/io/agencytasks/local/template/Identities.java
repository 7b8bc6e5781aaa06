package io.agencytasks.local.template;

import io.agencytasks.local.template.language.Identity;
import io.agencytasks.local.template.language.Naming;
import java.util.Map;
import java.util.Optional;

/** What Ref and GetAtt yield on a laptop, where a resource's name is its logical id. */
record Identities(Surroundings here) implements Naming {

  @Override
  public Optional<Identity> identity(String type, String name) {
    return Optional.ofNullable(
        switch (type) {
          case "AWS::Serverless::Function" ->
              new Identity(name, Map.of("Arn", here.functionArn(name)));
          case "AWS::Serverless::HttpApi" ->
              new Identity(name, Map.of("ApiEndpoint", here.api().toString()));
          case "AWS::SQS::Queue" ->
              new Identity(
                  here.queues().resolve("/" + here.account() + "/" + name).toString(),
                  Map.of("Arn", here.queueArn(name), "QueueName", name));
          case "AWS::Events::EventBus" ->
              new Identity(name, Map.of("Arn", here.busArn(name), "Name", name));
          case "AWS::SNS::Topic" ->
              new Identity(
                  here.topicArn(name), Map.of("TopicArn", here.topicArn(name), "TopicName", name));
          // The only one there is, and so the active one.
          case "AWS::SES::ReceiptRuleSet" -> new Identity(name);
          case "AWS::S3::Bucket" ->
              new Identity(here.bucketName(name), Map.of("Arn", here.bucketArn(name)));
          case "AWS::RDS::DBCluster" ->
              new Identity(name, Map.of("DBClusterArn", here.clusterArn(name)));
          case "AWS::SecretsManager::Secret" -> new Identity(here.secretArn(name));
          case "AWS::Cognito::UserPool" ->
              new Identity(name, Map.of("ProviderURL", here.issuer().toString()));
          case "AWS::Cognito::UserPoolClient" -> new Identity(name);
          default -> null;
        });
  }

  @Override
  public String absence(String type) {
    return WithoutCounterpart.REASONS.getOrDefault(type, "it is not understood");
  }
}
