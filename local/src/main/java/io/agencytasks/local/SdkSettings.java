package io.agencytasks.local;

import io.agencytasks.local.lambda.AwsAccount;
import java.net.URI;
import java.util.Map;

/**
 * Where the AWS SDK's clients in the functions find this cloud, by the SDK's own settings. They
 * hold for the whole JVM: with several laptops in one, for the functions loaded after the last.
 */
record SdkSettings(AwsAccount account, URI sqs, URI dataApi, URI eventBridge, URI secretsManager) {

  void apply() {
    Map.of(
            "aws.region", account.region(),
            "aws.accessKeyId", "laptop",
            "aws.secretAccessKey", "laptop",
            "aws.endpointUrlSqs", sqs.toString(),
            "aws.endpointUrlRdsData", dataApi.toString(),
            "aws.endpointUrlEventBridge", eventBridge.toString(),
            "aws.endpointUrlSecretsManager", secretsManager.toString())
        .forEach(System::setProperty);
  }
}
