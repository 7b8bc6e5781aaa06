package io.agencytasks.functions.aws;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.notification.Delivery;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * What a failed call means that was to send a message. AWS's own words are left out, since they may
 * say who it was for.
 */
record SendFailure(String service, String advice) {
  /** Said by something between, which does not know what the service did. */
  private static final Set<Integer> HEARSAY = Set.of(502, 504);

  Delivery of(SdkException failure) throws InterruptedException {
    return switch (failure) {
      case AbortedException _ -> {
        // It is told of by the exception, not by the flag.
        Thread.interrupted();
        throw new InterruptedException();
      }
      case SdkServiceException answer when HEARSAY.contains(answer.statusCode()) -> inDoubt();
      case SdkServiceException answer
          when answer.isThrottlingException()
              || answer.statusCode() == 429
              || answer.statusCode() >= 500 ->
          new Delivery.NotNow(why("UNAVAILABLE", service + " is busy or away."), Optional.empty());
      case SdkServiceException _ ->
          new Delivery.Refused(why("REFUSED", service + " refused it. " + advice));
      case SdkException unreachable when neverSent(unreachable) ->
          new Delivery.NotNow(why("UNAVAILABLE", service + " is out of reach."), Optional.empty());
      case SdkException _ -> inDoubt();
    };
  }

  private Delivery inDoubt() {
    return new Delivery.Uncertain(why("UNANSWERED", service + " did not say whether it was sent."));
  }

  private Failure why(String code, String message) {
    return new Failure(service + "_" + code, message);
  }

  private static boolean neverSent(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof UnknownHostException
        || (failure.getCause() != null && neverSent(failure.getCause()));
  }
}
