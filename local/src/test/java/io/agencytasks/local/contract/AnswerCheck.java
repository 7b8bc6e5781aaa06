package io.agencytasks.local.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether an answer is one of those that an operation is said to give. */
record AnswerCheck(Schemas schemas, Operation operation) {
  /** What says how the answer travels, not what it is. */
  private static final Set<String> OF_TRANSPORT =
      Set.of(
          "apigw-requestid",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-security-policy",
          "content-type",
          "date",
          "referrer-policy",
          "vary",
          "x-content-type-options");

  List<String> faults(Exchange exchange) {
    Optional<Place> answer =
        operation.place().at("responses").find(Integer.toString(exchange.status()));
    if (answer.isEmpty()) {
      return List.of("its status is not among the responses");
    }
    var faults = new ArrayList<String>();
    checkHeaders(answer.get(), exchange, faults);
    checkContent(answer.get(), exchange, faults);
    return faults;
  }

  private void checkHeaders(Place answer, Exchange exchange, List<String> faults) {
    var unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    unknown.addAll(exchange.headers().keySet());
    unknown.removeIf(name -> OF_TRANSPORT.contains(name.toLowerCase(java.util.Locale.ROOT)));
    answer
        .find("headers")
        .ifPresent(
            headers ->
                headers
                    .children()
                    .forEach(
                        (name, header) -> {
                          unknown.remove(name);
                          checkHeader(name, header, exchange, faults);
                        }));
    unknown.forEach(name -> faults.add("its header " + name + " is not described"));
  }

  private void checkHeader(String name, Place header, Exchange exchange, List<String> faults) {
    String value = exchange.headers().get(name);
    if (value != null) {
      schemas
          .faults(header.at("schema"), Parameter.typed(header.at("schema"), value))
          .forEach(fault -> faults.add("its header " + name + ":" + fault));
    } else if (header.node().path("required").asBoolean()) {
      faults.add("its header " + name + " is missing");
    }
  }

  private void checkContent(Place answer, Exchange exchange, List<String> faults) {
    Optional<Place> content = answer.find("content");
    if (content.isEmpty()) {
      if (!exchange.body().isEmpty()) {
        faults.add("it has a body");
      }
      return;
    }
    String type = exchange.headers().getOrDefault("content-type", "none").split(";", 2)[0];
    content
        .get()
        .find(type)
        .ifPresentOrElse(
            described -> checkBody(described.at("schema"), type, exchange, faults),
            () -> faults.add("its content type " + type + " is not described"));
  }

  private void checkBody(Place schema, String type, Exchange exchange, List<String> faults) {
    try {
      var body =
          type.endsWith("json")
              ? Contract.json(exchange.body())
              : JsonNodeFactory.instance.textNode(exchange.body());
      schemas.faults(schema, body).forEach(fault -> faults.add("its body:" + fault));
    } catch (JsonProcessingException malformed) {
      faults.add("its body is no JSON");
    }
  }
}
