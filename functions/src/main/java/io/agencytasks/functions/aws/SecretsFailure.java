package io.agencytasks.functions.aws;

import io.agencytasks.domain.task.Unavailable;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.secretsmanager.model.InternalServiceErrorException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** What a failed call to Secrets Manager means. */
final class SecretsFailure {
  private static final Duration HICCUP = Duration.ofSeconds(2);

  private SecretsFailure() {}

  static RuntimeException translate(SdkException failure) {
    return switch (failure) {
      case InvalidRequestException deleting -> unavailable(deleting);
      case ResourceNotFoundException deletedMeanwhile -> unavailable(deletedMeanwhile);
      case InternalServiceErrorException broken -> unavailable(broken);
      case SdkServiceException answer
          when answer.statusCode() >= 500 || answer.isThrottlingException() ->
          unavailable(answer);
      case SdkClientException unreachable -> unavailable(unreachable);
      case SdkException other -> other;
    };
  }

  static Unavailable unavailable(SdkException cause) {
    return new Unavailable("The secrets are out of reach.", HICCUP, cause);
  }
}
