package io.agencytasks.local.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of openapi.yaml, each compiled when it is first asked for. */
final class Schemas {
  private static final String IRI = "https://agency-tasks.invalid/openapi.json";

  private final SchemaRegistry registry;
  private final Map<JsonPointer, Schema> compiled = new ConcurrentHashMap<>();

  Schemas(JsonNode document) {
    this.registry =
        // Not the library's dialect for OpenAPI: its discriminator gets lost where a schema has
        // anyOf.
        SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemas(Map.of(IRI, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** What is wrong with a value, by the schema at a place. */
  List<String> faults(Place schema, JsonNode value) {
    return compiled.computeIfAbsent(schema.pointer(), this::compile).validate(value).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private Schema compile(JsonPointer pointer) {
    Schema schema = registry.getSchema(SchemaLocation.of(IRI + "#" + pointer));
    schema.initializeValidators();
    return schema;
  }
}
