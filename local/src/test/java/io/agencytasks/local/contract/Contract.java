package io.agencytasks.local.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * openapi.yaml as a judge: every answer must be one that it describes, and a request that succeeds
 * must be one that it allows.
 */
public final class Contract {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Path FILE = Path.of("..", "openapi.yaml");
  private static final Contract OURS = new Contract(read());

  private final Place document;
  private final List<Operation> operations;
  private final int messages;
  private final Schemas schemas;

  private Contract(JsonNode document) {
    this.document = Place.root(document);
    this.operations = Operation.of(this.document.at("paths"));
    this.schemas = new Schemas(document);
    this.messages = document.path("webhooks").size();
  }

  public static Contract ours() {
    return OURS;
  }

  public List<Operation> operations() {
    return operations;
  }

  /** How many messages are described that others are sent. */
  public int messages() {
    return messages;
  }

  /**
   * Passes what is no operation: the laptop's own paths, and the gateway's answer to what is no
   * route.
   *
   * @throws AssertionError with all that differs
   */
  public void check(Exchange exchange) {
    if (!isNoRoute(exchange)) {
      operation(exchange).ifPresent(operation -> check(operation, exchange));
    }
  }

  /** What is wrong with a value, by the schema at a place. */
  List<String> faults(Place schema, JsonNode value) {
    return schemas.faults(schema, value);
  }

  /** What is wrong with a value that goes elsewhere, by the name of its schema. */
  public List<String> faults(String schema, JsonNode value) {
    return faults(document.at("components", "schemas", schema), value);
  }

  private void check(Operation operation, Exchange exchange) {
    var faults = new ArrayList<>(new AnswerCheck(schemas, operation).faults(exchange));
    if (exchange.status() / 100 == 2) {
      faults.addAll(new RequestCheck(schemas, operation).faults(exchange));
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "openapi.yaml says otherwise of %s, %s:%n%s%n%s"
              .formatted(operation.id(), exchange, String.join("\n", faults), exchange.body()));
    }
  }

  private Optional<Operation> operation(Exchange exchange) {
    return operations.stream()
        .filter(operation -> operation.takes(exchange.method(), exchange.path()))
        .findFirst();
  }

  private static boolean isNoRoute(Exchange exchange) {
    return exchange.status() == 404 && exchange.body().equals("{\"message\":\"Not Found\"}");
  }

  static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  private static JsonNode read() {
    try {
      var yaml = new Load(LoadSettings.builder().setLabel(FILE.toString()).build());
      return JSON.valueToTree(yaml.loadFromString(Files.readString(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
