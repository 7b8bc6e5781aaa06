package io.agencytasks.local;

import io.agencytasks.local.lambda.AwsAccount;
import java.net.URI;
import java.util.Map;

/**
 * Where the AWS SDK's clients in the functions find this cloud, by the SDK's own settings. They
 * hold for the whole JVM: with several laptops in one, for the functions loaded after the last.
 */
record SdkSettings(
    AwsAccount account,
    URI sqs,
    URI dataApi,
    URI eventBridge,
    URI s3,
    URI secretsManager,
    URI ses,
    URI sns) {
  static final String ACCESS_KEY_ID = "laptop";
  static final String SECRET_ACCESS_KEY = "laptop";

  void apply() {
    Map.of(
            "aws.region", account.region(),
            "aws.accessKeyId", ACCESS_KEY_ID,
            "aws.secretAccessKey", SECRET_ACCESS_KEY,
            "aws.endpointUrlSqs", sqs.toString(),
            "aws.endpointUrlRdsData", dataApi.toString(),
            "aws.endpointUrlEventBridge", eventBridge.toString(),
            "aws.endpointUrlS3", s3.toString(),
            "aws.endpointUrlSecretsManager", secretsManager.toString(),
            "aws.endpointUrlSesV2", ses.toString(),
            "aws.endpointUrlSns", sns.toString())
        .forEach(System::setProperty);
  }
}
