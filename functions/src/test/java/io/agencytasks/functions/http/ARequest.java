package io.agencytasks.functions.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.listing.TaskQuery;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.TaskTypes;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Requests as API Gateway hands them over, and what reading them comes to. */
final class ARequest {
  static final String ID = "request-1";

  /** No type is run here, so none has rules of its own. */
  private static final TaskTypes NO_RULES = new ExecutorRegistry(List.of());

  private ARequest() {}

  static APIGatewayV2HTTPEvent event() {
    var jwt = JWT.builder().withClaims(Map.of("sub", "alice")).build();
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey("POST /v1/tasks")
        .withRequestContext(
            RequestContext.builder()
                .withRequestId(ID)
                .withAuthorizer(Authorizer.builder().withJwt(jwt).build())
                .build())
        .build();
  }

  static APIGatewayV2HTTPEvent withBody(String body) {
    var event = event();
    event.setBody(body);
    return event;
  }

  static APIGatewayV2HTTPEvent withBytes(byte[] body) {
    return inBase64(Base64.getEncoder().encodeToString(body));
  }

  static APIGatewayV2HTTPEvent inBase64(String base64) {
    var event = withBody(base64);
    event.setIsBase64Encoded(true);
    return event;
  }

  static APIGatewayV2HTTPEvent withQuery(String rawQuery) {
    var event = event();
    event.setRawQueryString(rawQuery);
    return event;
  }

  static APIGatewayV2HTTPEvent withId(String id) {
    var event = event();
    event.setPathParameters(Map.of("id", id));
    return event;
  }

  static APIGatewayV2HTTPEvent withClaims(Map<String, String> claims) {
    var event = event();
    event.getRequestContext().getAuthorizer().getJwt().setClaims(claims);
    return event;
  }

  static NewTask newTask(APIGatewayV2HTTPEvent event) {
    return NewTaskInput.read(new Request(event).body(), NO_RULES);
  }

  /** JSON is easier to read here with single quotes. */
  static NewTask newTask(String json) {
    return newTask(withBody(json.replace('\'', '"')));
  }

  /** A body that lacks nothing, with one more field. */
  static NewTask newTaskWith(String field, String value) {
    return newTask(bodyWith(field, value));
  }

  static String bodyWith(String field, String value) {
    var required =
        switch (field) {
          case "title" -> "'taskType': 'api_call'";
          case "taskType" -> "'title': 'Call'";
          default -> "'title': 'Call', 'taskType': 'api_call'";
        };
    return "{%s, '%s': %s}".formatted(required, field, value);
  }

  static TaskQuery listed(String rawQuery) {
    return ListTasksInput.read(new Request(withQuery(rawQuery)).query(ListTasksInput.REPEATABLE));
  }

  /** The faults that make a reading fail; any other failure is one of the test. */
  static List<Fault> faultsOf(Reading reading) {
    return catchThrowableOfType(InvalidInput.class, reading::read).faults();
  }

  static List<String> faultyFieldsOf(Reading reading) {
    return faultsOf(reading).stream().map(Fault::field).toList();
  }

  /** Something that reads a request. */
  interface Reading {
    Object read();
  }
}
