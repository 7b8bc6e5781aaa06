package io.agencytasks.functions.outbound;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Request;

/**
 * Decides what it means that a request got no answer. Its sentences name the method and the host,
 * but no path, query, header or body: those may hold secrets.
 */
final class Trouble {
  private final String call;
  private final Departure departure;

  Trouble(Request request, Departure departure) {
    this.call = request.method() + " " + request.url().host();
    this.departure = departure;
  }

  Outcome timedOut(Duration timeout) {
    return retry(
        "TIMED_OUT",
        "%s did not answer in full within %d s. If it needs longer, raise the task's timeoutSeconds, where it has them."
            .formatted(call, timeout.toSeconds()));
  }

  Outcome failed(IOException failure) {
    return switch (failure) {
      case AddressBlockedException blocked ->
          giveUp(
              "ADDRESS_BLOCKED",
              "%s was not sent: %s. Use a public host on port 80 or 443."
                  .formatted(call, blocked.getMessage()));
      case UnknownHostException _ ->
          retry("HOST_NOT_FOUND", call + " failed: the host has no address. Check its spelling.");
      case SSLException tls when isAboutTrust(tls) ->
          giveUp(
              "CERTIFICATE_REFUSED",
              call + " failed: the certificate is not valid for this host. Have it renewed there.");
      case IOException _ ->
          retry(
              "CONNECTION_FAILED",
              call + " failed: no connection, or it broke. Check that the server is up.");
    };
  }

  private static boolean isAboutTrust(SSLException failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure.getCause() instanceof CertificateException;
  }

  private Outcome retry(String code, String message) {
    return new Outcome.Retry(new Failure(code, message), Optional.empty(), departure.hasBeen());
  }

  private static Outcome giveUp(String code, String message) {
    return new Outcome.GiveUp(new Failure(code, message));
  }
}
