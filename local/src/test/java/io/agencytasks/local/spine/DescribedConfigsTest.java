package io.agencytasks.local.spine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Whoever takes an example of a configuration in openapi.yaml gets a task. That the example is as
 * described, the caller itself makes sure of.
 */
@Tag("NFR-035")
class DescribedConfigsTest {
  private static final Path FILE = Path.of("..", "openapi.yaml");

  /** Whose configurations they are, by what the names of their schemas begin with. */
  private static final Map<String, String> TYPES =
      Map.of("DataExtractionConfig", "data_extraction", "Ghl", "ghl_action");

  private final Caller caller = Caller.somebody();

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("examples")
  void an_example_of_a_configuration_makes_a_task(String schema, String type, JsonNode config) {
    ATask task = ATask.of(type).with("executionType", "manual_trigger");
    task.fields().set("executionConfig", config);

    caller.create(task);
  }

  private static Stream<Arguments> examples() throws Exception {
    var yaml = new Load(LoadSettings.builder().setLabel(FILE.toString()).build());
    JsonNode document = new ObjectMapper().valueToTree(yaml.loadFromString(Files.readString(FILE)));
    return document
        .at("/components/schemas")
        .propertyStream()
        .flatMap(
            schema ->
                type(schema.getKey()).stream()
                    .flatMap(
                        type ->
                            schema
                                .getValue()
                                .path("examples")
                                .valueStream()
                                .map(example -> Arguments.of(schema.getKey(), type, example))));
  }

  private static Optional<String> type(String schema) {
    return TYPES.entrySet().stream()
        .filter(type -> schema.startsWith(type.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
