package io.agencytasks.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.template.Stack.Database;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.util.Set;

/** Reads the cluster, {@code AWS::RDS::DBCluster}, and the secret that the functions use. */
final class DatabaseReader {
  private static final String POSTGRES = "17";

  private static final Set<String> CLUSTER =
      Set.of(
          "DatabaseName",
          "EnableHttpEndpoint",
          "Engine",
          "EngineVersion",
          // Without effect here: a laptop has the disk, the processors and the user that it has.
          "BackupRetentionPeriod",
          "CopyTagsToSnapshot",
          "DBSubnetGroupName",
          "DeletionProtection",
          "EnableCloudwatchLogsExports",
          "ManageMasterUserPassword",
          "MasterUsername",
          "ServerlessV2ScalingConfiguration",
          "StorageEncrypted",
          "VpcSecurityGroupIds");

  /** The password is made up here as well, so its rules have no effect. */
  private static final Set<String> GENERATED =
      Set.of("SecretStringTemplate", "GenerateStringKey", "PasswordLength", "ExcludePunctuation");

  private DatabaseReader() {}

  static Database read(Resource cluster, Resource secret, Surroundings here) {
    var properties = cluster.properties(CLUSTER);
    if (!properties.text("Engine").equals("aurora-postgresql")) {
      throw properties.refuse("Engine", "must be aurora-postgresql.");
    }
    if (!properties.text("EngineVersion").startsWith(POSTGRES + ".")) {
      throw properties.refuse(
          "EngineVersion", "must be a %1$s.x: a laptop runs Postgres %1$s.".formatted(POSTGRES));
    }
    if (!properties.flag("EnableHttpEndpoint")) {
      throw properties.refuse("EnableHttpEndpoint", "must be true: that is the Data API.");
    }
    return new Database(
        here.clusterArn(cluster.name()),
        properties.text("DatabaseName"),
        here.secretArn(secret.name()),
        user(secret));
  }

  private static String user(Resource secret) {
    var properties = secret.properties(Set.of("Description", "GenerateSecretString"));
    var generated = properties.nested("GenerateSecretString", GENERATED);
    if (!generated.text("GenerateStringKey").equals("password")) {
      throw generated.refuse("GenerateStringKey", "must be password: the Data API looks there.");
    }
    return username(generated);
  }

  private static String username(Properties generated) {
    var name = "SecretStringTemplate";
    try {
      var username = new ObjectMapper().readTree(generated.text(name)).path("username");
      if (username.isTextual()) {
        return username.textValue();
      }
    } catch (JsonProcessingException e) {
      throw generated.refuse(name, "must be JSON.");
    }
    throw generated.refuse(name, "must have a username.");
  }
}
