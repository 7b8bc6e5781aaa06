package io.agencytasks.local.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects of anybody's own making: configurations, metadata, inputs. */
final class Objects {
  /** The most bytes that each may take. */
  static final Map<String, Integer> MOST_BYTES =
      Map.of(
          "executionConfig",
          16 * 1024,
          "input",
          16 * 1024,
          "metadata",
          8 * 1024,
          "payload",
          128 * 1024,
          "result",
          16 * 1024);

  /** How deep a body may nest. */
  private static final int MOST_LEVELS = 32;

  private Objects() {}

  /**
   * What cannot be kept.
   *
   * @param level of the body at which it stands, 1 for its fields
   */
  static List<String> bad(String name, int level) {
    var bad = new ArrayList<String>();
    Literals.NO_TEXT.forEach(
        text -> {
          bad.add("{\"k\":\"%s\"}".formatted(text));
          bad.add("{\"%s\":1}".formatted(text));
          bad.add("{\"k\":[{\"k\":\"%s\"}]}".formatted(text));
        });
    Literals.HUGE.forEach(number -> bad.add("{\"n\":[%s]}".formatted(number)));
    bad.add("{\"n\":1%s}".formatted("0".repeat(100)));
    bad.add("{\"k\":1,\"k\":2}");
    bad.add("{\"k\":{\"a\":1,\"\\u0061\":1}}");
    bad.add(filled(MOST_BYTES.getOrDefault(name, 0) + 1));
    bad.add(nested(MOST_LEVELS - level + 1));
    bad.add("{\"k\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    return bad;
  }

  /** As large, and as deep, as it may be. */
  static List<String> good(String name, int level) {
    if (name.equals("executionConfig")) {
      return List.of(uploading(0), uploading(MOST_BYTES.getOrDefault(name, 0)));
    }
    return List.of(
        "{}",
        filled(MOST_BYTES.getOrDefault(name, 0)),
        nested(MOST_LEVELS - level),
        "{\"n\":[0,-1,1.5,-0.5,1e10,9007199254740993,1.10]}",
        "{\"\":[null,true,false,\"\",\" \",\"\\ud83d\\ude80\\t\\r\\n\"]}");
  }

  /** What a browser_automation takes: what it uploads fills it up to so many bytes. */
  private static String uploading(int bytes) {
    var config =
        "{\"steps\":[{\"do\":\"goto\",\"url\":\"https://example.com/\"},{\"do\":\"upload\",\"selector\":\"a\",\"name\":\"a\",\"text\":\"\"}]}";
    return config.replace("\"\"", "\"" + "x".repeat(Math.max(0, bytes - config.length())) + "\"");
  }

  private static String filled(int bytes) {
    return "{\"k\":\"" + "x".repeat(bytes - "{\"k\":\"\"}".length()) + "\"}";
  }

  private static String nested(int levels) {
    return "{\"k\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
  }
}
