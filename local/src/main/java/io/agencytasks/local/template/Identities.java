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
              new Identity(name, Map.of("Arn", here.arn("lambda", "function:" + name)));
          case "AWS::Serverless::HttpApi" ->
              new Identity(name, Map.of("ApiEndpoint", here.api().toString()));
          case "AWS::SQS::Queue" ->
              new Identity(
                  here.queues().resolve("/" + here.account() + "/" + name).toString(),
                  Map.of("Arn", here.arn("sqs", name), "QueueName", name));
          case "AWS::RDS::DBCluster" ->
              new Identity(name, Map.of("DBClusterArn", here.arn("rds", "cluster:" + name)));
          case "AWS::SecretsManager::Secret" ->
              new Identity(here.arn("secretsmanager", "secret:" + name));
          case "AWS::Cognito::UserPool" ->
              new Identity(name, Map.of("ProviderURL", here.issuer().toString()));
          case "AWS::Cognito::UserPoolClient" -> new Identity(name);
          default -> null;
        });
  }
}
