package io.agencytasks.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a request is one that an operation is said to take. */
record RequestCheck(Schemas schemas, Operation operation) {

  List<String> faults(Exchange exchange) {
    var faults = new ArrayList<String>();
    Map<String, String> query = query(exchange.query());
    operation
        .parameters()
        .forEach(
            parameter -> {
              String name = parameter.at("name").node().asText();
              var value =
                  switch (parameter.at("in").node().asText()) {
                    case "path" -> Optional.of(decoded(operation.value(exchange.path(), name)));
                    case "query" -> Optional.ofNullable(query.remove(name));
                    default -> Optional.ofNullable(exchange.requestHeaders().get(name));
                  };
              value.ifPresent(text -> checkParameter(name, parameter.at("schema"), text, faults));
            });
    query.keySet().forEach(name -> faults.add("the parameter " + name + " is not described"));
    operation.place().find("requestBody").ifPresent(body -> checkBody(body, exchange, faults));
    return faults;
  }

  private void checkParameter(String name, Place schema, String text, List<String> faults) {
    schemas
        .faults(schema, Parameter.typed(schema, text))
        .forEach(fault -> faults.add("the parameter " + name + ":" + fault));
  }

  private void checkBody(Place body, Exchange exchange, List<String> faults) {
    if (exchange.requestBody().isEmpty()) {
      if (body.node().path("required").asBoolean()) {
        faults.add("the request has no body");
      }
      return;
    }
    if (body.at("content").find("application/json").isEmpty()) {
      return;
    }
    try {
      schemas
          .faults(
              body.at("content", "application/json", "schema"),
              Contract.json(exchange.requestBody()))
          .forEach(fault -> faults.add("the request's body:" + fault));
    } catch (JsonProcessingException malformed) {
      faults.add("the request's body is no JSON");
    }
  }

  /** A parameter that is repeated is the same as one with commas. */
  private static Map<String, String> query(String raw) {
    var parameters = new LinkedHashMap<String, String>();
    Stream.of(raw.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair ->
                parameters.merge(
                    decoded(pair[0]),
                    pair.length == 2 ? decoded(pair[1]) : "",
                    (first, second) -> first + "," + second));
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
