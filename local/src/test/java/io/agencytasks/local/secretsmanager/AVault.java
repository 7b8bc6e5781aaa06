package io.agencytasks.local.secretsmanager;

import io.agencytasks.local.lambda.AwsAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager in a folder, and the SDK's own client of it. */
record AVault(SecretsEndpoint server, SecretsManagerClient client) implements AutoCloseable {
  private static final AwsAccount ACCOUNT = new AwsAccount("123456789012", "eu-central-1");

  static AVault in(Path home) throws IOException {
    return in(home, false);
  }

  static AVault in(Path home, boolean fresh) throws IOException {
    var server = SecretsEndpoint.start(home, fresh, ACCOUNT, Clock.systemUTC(), UUID::randomUUID);
    var client =
        SecretsManagerClient.builder()
            .endpointOverride(server.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();
    return new AVault(server, client);
  }

  void create(String name, String value) {
    client.createSecret(secret -> secret.name(name).secretString(value));
  }

  String value(String id) {
    return client.getSecretValue(secret -> secret.secretId(id)).secretString();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
