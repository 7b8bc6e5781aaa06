package io.agencytasks.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Handler classes behind the routes under test. */
final class Functions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Functions() {}

  /** Answers with the event that it got. */
  public static final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
        throws IOException {
      JSON.writeValue(
          answer, Map.of("statusCode", 200, "body", new String(event.readAllBytes(), UTF_8)));
    }
  }

  /** Answers with the request's body, as if that were what the function returned. */
  public static final class Puppet implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
        throws IOException {
      JsonNode request = JSON.readTree(event);
      answer.write(request.path("body").asText().getBytes(UTF_8));
    }
  }

  /** Answers with a body of as many characters as the request's body says. */
  public static final class Wordy implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
        throws IOException {
      int length = JSON.readTree(event).path("body").asInt();
      JSON.writeValue(answer, Map.of("statusCode", 200, "body", "x".repeat(length)));
    }
  }

  /** Does not come back until it is interrupted. */
  public static final class Hanging implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Throws. */
  public static final class Broken implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
      throw new StackOverflowError();
    }
  }
}
