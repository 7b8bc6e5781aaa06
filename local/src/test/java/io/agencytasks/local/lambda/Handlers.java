package io.agencytasks.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Handler classes to be named in a stack. */
final class Handlers {
  private Handlers() {}

  /** Says back what it was asked. */
  public static final class Http
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(200)
          .withBody(event.getRequestContext().getHttp().getMethod() + " " + event.getRawPath())
          .build();
    }
  }

  /** A handler whose types are known only through its superclass. */
  abstract static class Base<I, O> implements RequestHandler<I, O> {}

  /** Reports every message as failed. */
  public static final class Queue extends Base<SQSEvent, SQSBatchResponse> {
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
      return new SQSBatchResponse(
          event.getRecords().stream().map(r -> new BatchItemFailure(r.getMessageId())).toList());
    }
  }

  /** Copies its event, byte for byte. */
  public static final class Copy implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
        throws IOException {
      event.transferTo(answer);
    }
  }

  /** Tells what its context says. */
  public static final class Introspection
      implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
      context.getLogger().log("asked");
      return Map.of(
          "requestId", context.getAwsRequestId(),
          "name", context.getFunctionName(),
          "arn", context.getInvokedFunctionArn(),
          "memory", context.getMemoryLimitInMB(),
          "remaining", context.getRemainingTimeInMillis());
    }
  }

  /** Waits for an interrupt that it then ignores, until the test lets it go. */
  public static final class Hanging implements RequestHandler<String, String> {
    static final CountDownLatch interrupted = new CountDownLatch(1);
    static final CountDownLatch release = new CountDownLatch(1);

    @Override
    public String handleRequest(String event, Context context) {
      while (true) {
        try {
          release.await();
          return "late";
        } catch (InterruptedException e) {
          interrupted.countDown();
        }
      }
    }
  }

  /** Throws what its event names. */
  public static final class Throwing implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      return switch (event) {
        case "recursion" -> handleRequest(event, context);
        case "linkage" -> throw new NoClassDefFoundError("gone/Missing");
        case "memory" -> throw new OutOfMemoryError("Java heap space");
        default -> throw new IllegalStateException(event);
      };
    }
  }

  /** Answers with as many characters as its event says. */
  public static final class Wordy implements RequestHandler<Integer, String> {
    @Override
    public String handleRequest(Integer event, Context context) {
      return "x".repeat(event);
    }
  }

  /** Cannot be constructed at first, and can the second time. */
  public static final class Moody implements RequestHandler<String, String> {
    private static final AtomicInteger built = new AtomicInteger();

    public Moody() {
      if (built.incrementAndGet() == 1) {
        throw new IllegalStateException("Not today");
      }
    }

    @Override
    public String handleRequest(String event, Context context) {
      return "now";
    }
  }

  /** Counts its instances. */
  public static final class Counted implements RequestHandler<String, Integer> {
    private static final AtomicInteger built = new AtomicInteger();

    public Counted() {
      built.incrementAndGet();
    }

    @Override
    public Integer handleRequest(String event, Context context) {
      return built.get();
    }
  }

  /** Reads properties by the context that it is given, as the functions do. */
  public static final class Configured implements RequestHandler<String, String> {
    static final AtomicReference<ApplicationContext> latest = new AtomicReference<>();

    private final ApplicationContext context;

    public Configured() {
      throw new IllegalStateException("This constructor is for Lambda");
    }

    Configured(ApplicationContext context) {
      this.context = context;
      latest.set(context);
    }

    @Override
    public String handleRequest(String property, Context lambda) {
      return context.getProperty(property, String.class).orElse("absent");
    }
  }

  /** Is no handler at all. */
  public static final class Nothing {}
}
