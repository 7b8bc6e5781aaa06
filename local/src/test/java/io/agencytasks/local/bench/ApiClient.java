package io.agencytasks.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One user's way to the API, over connections that are kept. */
final class ApiClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ExecutorService threads;
  private final HttpClient http;
  private final URI api;
  private final String token;

  ApiClient(URI api, String token) {
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
    this.api = api;
    this.token = token;
  }

  private ApiClient(ApiClient lender, String token) {
    this.threads = lender.threads;
    this.http = lender.http;
    this.api = lender.api;
    this.token = token;
  }

  /** Another user's way, over the connections of this one and closed with it. */
  ApiClient as(String otherToken) {
    return new ApiClient(this, otherToken);
  }

  /** The answer's status, where it is not one of success. */
  Optional<String> failure(ApiRequest request) throws IOException, InterruptedException {
    int status = send(request).statusCode();
    return status / 100 == 2 ? Optional.empty() : Optional.of("status " + status);
  }

  HttpResponse<String> send(ApiRequest request) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(api.resolve(request.path()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .method(request.method(), BodyPublishers.ofString(request.body()))
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.close();
  }
}
