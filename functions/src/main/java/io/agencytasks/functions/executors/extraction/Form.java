package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.functions.json.Jsonb;
import java.util.Optional;

/** What a value becomes. */
sealed interface Form permits Form.AsIs, Form.Text, NumberForm, DateForm {

  /** The value in this form; empty where it cannot be read as such, for it is never guessed. */
  Optional<JsonNode> read(JsonNode found);

  /** What it must be, as the end of "It is not …". */
  String wanted();

  /** Any JSON that a row can hold. */
  record AsIs() implements Form {
    @Override
    public Optional<JsonNode> read(JsonNode found) {
      return found.isTextual() ? Optional.of(text(found)) : Jsonb.parse(found.toString());
    }

    @Override
    public String wanted() {
      return "JSON of at most 64 levels, with numbers of at most 100 digits";
    }
  }

  /** A text; of JSON, strings, numbers and booleans. */
  record Text() implements Form {
    @Override
    public Optional<JsonNode> read(JsonNode found) {
      return Optional.of(found).filter(JsonNode::isValueNode).map(Form::text);
    }

    @Override
    public String wanted() {
      return "a text";
    }
  }

  private static JsonNode text(JsonNode found) {
    return JsonNodeFactory.instance.textNode(Jsonb.storable(found.asText()));
  }
}
