package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agencytasks.functions.executors.extraction.Place.Pointed;
import io.agencytasks.functions.executors.extraction.Place.Selected;
import io.agencytasks.functions.outbound.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON value. */
record JsonSource(JsonNode root) implements Source {
  private static final int MAX_DEPTH = 500;
  private static final int MAX_TOKENS = 1_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Reads UTF-8, UTF-16 or UTF-32, by its first bytes; empty where it is no JSON. */
  static Optional<JsonSource> of(Answer answer) throws TooMuchException {
    try {
      var root = MAPPER.readTree(answer.body().toByteArray());
      return root.isMissingNode() ? Optional.empty() : Optional.of(new JsonSource(root));
    } catch (StreamConstraintsException beyond) {
      throw new TooMuchException(
          "has more than %d levels, %,d parts or 1,000 digits in a number"
              .formatted(MAX_DEPTH, MAX_TOKENS));
    } catch (IOException | NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  @Override
  public List<JsonNode> values(Place place, boolean all, Effort effort)
      throws InterruptedException, TooMuchException {
    return switch (place) {
      case Selected _ -> List.of();
      case Pointed(var pointer) -> {
        var values = all ? several(pointer) : one(pointer);
        for (JsonNode value : values) {
          effort.found(value.toString().length());
        }
        yield values;
      }
    };
  }

  @Override
  public List<JsonSource> rows(Place place, Effort effort) throws InterruptedException {
    effort.step();
    return switch (place) {
      case Selected _ -> List.of();
      case Pointed(var pointer) -> several(pointer).stream().map(JsonSource::new).toList();
    };
  }

  private List<JsonNode> one(JsonPointer pointer) {
    var value = root.at(pointer);
    return value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
  }

  /** The elements where it is an array. */
  private List<JsonNode> several(JsonPointer pointer) {
    var value = root.at(pointer);
    if (!value.isArray()) {
      return one(pointer);
    }
    var elements = new ArrayList<JsonNode>();
    value.forEach(elements::add);
    return elements;
  }
}
