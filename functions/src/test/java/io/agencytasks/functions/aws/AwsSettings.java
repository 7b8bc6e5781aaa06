package io.agencytasks.functions.aws;

import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import software.amazon.awssdk.http.SdkHttpClient;

/** The SDK's own settings, as the environment of a function gives them. */
final class AwsSettings {
  private static final Map<String, String> ACCOUNT =
      Map.of(
          "aws.region", "eu-central-1",
          "aws.accessKeyId", "test",
          "aws.secretAccessKey", "test");

  private AwsSettings() {}

  /** A client made while the settings point to an endpoint; they are taken away again. */
  static <T> T at(String property, URI endpoint, BiFunction<AwsClients, SdkHttpClient, T> client) {
    var clients = new AwsClients();
    System.setProperty(property, endpoint.toString());
    ACCOUNT.forEach(System::setProperty);
    try {
      return client.apply(clients, clients.http());
    } finally {
      System.clearProperty(property);
    }
  }
}
