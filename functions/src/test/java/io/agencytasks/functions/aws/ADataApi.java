package io.agencytasks.functions.aws;

import java.net.URI;
import java.time.Clock;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/** The adapter as the functions have it, but for where it finds the service. */
final class ADataApi implements AutoCloseable {
  private final RdsDataClient client;
  final DataApi database;

  ADataApi(URI endpoint) {
    this.client = AwsSettings.at("aws.endpointUrlRdsData", endpoint, AwsClients::dataApi);
    var settings = new DatabaseSettings("arn:cluster", "arn:secret", "agency_tasks");
    this.database = new DataApi(client, settings, Clock.systemUTC());
  }

  @Override
  public void close() {
    client.close();
  }
}
