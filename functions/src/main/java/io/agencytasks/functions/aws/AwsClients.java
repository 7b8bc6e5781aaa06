package io.agencytasks.functions.aws;

import io.agencytasks.domain.notification.Mailer;
import io.agencytasks.domain.notification.Texter;
import io.agencytasks.domain.secret.Vault;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients. Region, credentials and endpoints are found by the SDK's own settings. */
@Factory
final class AwsClients {
  /** As many as one instance may hold to the database (NFR-012). */
  private static final int MAX_CONNECTIONS = 50;

  /** A little above the 45 seconds after which the Data API itself gives up on a statement. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(48);

  private static final Duration RING_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PUBLISH_TIMEOUT = Duration.ofSeconds(5);

  /** Enough for the largest artifact, within the region. */
  private static final Duration ARTIFACT_TIMEOUT = Duration.ofSeconds(10);

  @Singleton
  @Bean(preDestroy = "close")
  SdkHttpClient http() {
    return ApacheHttpClient.builder()
        .maxConnections(MAX_CONNECTIONS)
        .connectionTimeout(Duration.ofSeconds(2))
        .socketTimeout(STATEMENT_TIMEOUT)
        .build();
  }

  /** Never retries by itself: only the statement knows whether it may run twice. */
  @Singleton
  @Bean(preDestroy = "close")
  RdsDataClient dataApi(SdkHttpClient http) {
    return RdsDataClient.builder()
        .httpClient(http)
        .overrideConfiguration(
            c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(STATEMENT_TIMEOUT))
        .build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs(SdkHttpClient http) {
    return SqsClient.builder()
        .httpClient(http)
        .overrideConfiguration(c -> c.apiCallTimeout(RING_TIMEOUT))
        .build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  EventBridgeClient eventBridge(SdkHttpClient http) {
    return EventBridgeClient.builder()
        .httpClient(http)
        .overrideConfiguration(c -> c.apiCallTimeout(PUBLISH_TIMEOUT))
        .build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SecretsManagerClient secretsManager(SdkHttpClient http) {
    return SecretsManagerClient.builder()
        .httpClient(http)
        .overrideConfiguration(c -> c.apiCallTimeout(Vault.PATIENCE))
        .build();
  }

  /** Never retries by itself: what may have been sent is not sent again unasked. */
  @Singleton
  @Bean(preDestroy = "close")
  SesV2Client ses(SdkHttpClient http) {
    return SesV2Client.builder()
        .httpClient(http)
        .overrideConfiguration(
            c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(Mailer.PATIENCE))
        .build();
  }

  /** Never retries by itself, for the same reason. */
  @Singleton
  @Bean(preDestroy = "close")
  SnsClient sns(SdkHttpClient http) {
    return SnsClient.builder()
        .httpClient(http)
        .overrideConfiguration(
            c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(Texter.PATIENCE))
        .build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Client s3(SdkHttpClient http) {
    return S3Client.builder()
        .httpClient(http)
        .overrideConfiguration(c -> c.apiCallTimeout(ARTIFACT_TIMEOUT))
        .build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Presigner presigner() {
    return S3Presigner.create();
  }
}
