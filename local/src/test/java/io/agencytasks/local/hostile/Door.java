package io.agencytasks.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Exchange;
import io.agencytasks.local.contract.Operation;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.template.Stack.Function;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where API Gateway hands requests over to functions: past HTTP, so that everything can be said.
 * All answers are held to openapi.yaml.
 *
 * @param subject of the token that came with them
 */
record Door(String subject) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final Path SAMPLES = Path.of("..", "events");
  private static final Map<String, String> FUNCTIONS = functions();

  /** The answer, which a function must give: none fails, whatever it is sent. */
  Exchange send(Sent sent) {
    try {
      ObjectNode event = event(sent);
      var invocation =
          SharedCloud.cloud().lambda().invoke(function(sent.operation()), event.toString());
      String answer =
          assertThat(invocation).asInstanceOf(type(Invocation.Answered.class)).actual().json();
      if (sent.base64() && !isBase64(sent.body())) {
        event.put("body", "").put("isBase64Encoded", false);
      }
      var exchange = Exchange.ofEvent(event.toString(), answer);
      Contract.ours().check(exchange);
      return exchange;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ObjectNode event(Sent sent) throws IOException {
    Operation operation = sent.operation();
    var event = (ObjectNode) JSON.readTree(SAMPLES.resolve(function(operation) + ".json").toFile());
    String path = operation.path().replaceAll("\\{\\w+}", encoded(sent.id()));
    event.put("routeKey", operation.route()).put("rawPath", path);
    event.put("rawQueryString", sent.query()).put("isBase64Encoded", sent.base64());
    event.remove("body");
    if (!sent.body().isEmpty()) {
      event.put("body", sent.body());
    }
    if (operation.path().contains("{")) {
      ObjectNode parameters = event.putObject("pathParameters");
      NAME.matcher(operation.path())
          .results()
          .forEach(name -> parameters.put(name.group(1), sent.id()));
    }
    event.withObject("/headers").remove(List.of("if-match", "idempotency-key"));
    sent.headers().forEach(event.withObject("/headers")::put);
    ObjectNode context = event.withObject("/requestContext").put("routeKey", operation.route());
    context.withObject("/http").put("method", operation.method()).put("path", path);
    if (context.at("/authorizer/jwt/claims") instanceof ObjectNode claims) {
      claims.setAll(JsonNodeFactory.instance.objectNode().put("sub", subject));
    }
    return event;
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException otherwise) {
      return false;
    }
  }

  private static String function(Operation operation) {
    return FUNCTIONS.getOrDefault(operation.route(), operation.id());
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, String> functions() {
    return SharedCloud.cloud().stack().functions().stream()
        .flatMap(
            function ->
                function.triggers().stream()
                    .filter(Route.class::isInstance)
                    .map(trigger -> Map.entry(key((Route) trigger), function)))
        .collect(Collectors.toMap(Map.Entry::getKey, it -> nameOf(it.getValue())));
  }

  private static String nameOf(Function function) {
    return function.name();
  }

  private static String key(Route route) {
    return route.method() + " " + route.path();
  }
}
