package io.agencytasks.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.contract.Operation;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that takes a body, with bodies that are none. */
@Tag("NFR-021")
class BodiesTest {
  private static final Victim VICTIM = Victim.somebody();
  private static final int MOST_BYTES = 256 * 1024;
  private static final byte[] NO_UTF8 = {'{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'};
  private static final byte[] OVERLONG = {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'};
  private static final byte[] SURROGATE = {
    '{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'
  };

  /** A way to spoil a good request. */
  interface Spoiling {
    Sent of(Sent good);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spoilt")
  void a_body_that_is_none_is_refused_as_a_whole(Operation operation, Spoiling spoiling)
      throws Exception {
    JsonNode problem = VICTIM.refuses(spoiling.of(VICTIM.good(operation)));

    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(Victim.fields(problem)).containsExactly("");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("large")
  void a_body_beyond_256_kib_is_too_large(Operation operation, Spoiling spoiling) throws Exception {
    JsonNode problem = VICTIM.refuses(spoiling.of(VICTIM.good(operation)));

    assertThat(problem.path("status").asInt()).isEqualTo(413);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("needing")
  void a_body_that_is_needed_must_be_there(Operation operation) throws Exception {
    JsonNode problem = VICTIM.refuses(VICTIM.good(operation).withBody(""));

    assertThat(problem.path("status").asInt()).isEqualTo(400);
  }

  private static Map<String, Spoiling> spoilings() {
    return Map.ofEntries(
        text("an array", "[]"),
        text("an array of bodies", "[{}]"),
        text("null", "null"),
        text("true", "true"),
        text("a number", "7"),
        text("text", "\"{}\""),
        text("blank", " \t\r\n"),
        text("cut off", "{"),
        text("a form", "title=A+task&taskType=reminder"),
        text("XML", "<?xml version=\"1.0\"?><task/>"),
        text("YAML", "title: A task\ntaskType: reminder"),
        text(
            "several parts",
            "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA\r\n--x--"),
        text("a BOM before it", "\ufeff{}"),
        text("33 levels", "{\"k\":".repeat(33) + "1" + "}".repeat(33)),
        text("50,000 levels", "[".repeat(50_000)),
        text("a comment in it", "{/**/}"),
        text("NUL in it", "{\u0000}"),
        Map.entry("text behind it", good -> good.withBody(good.body() + " more")),
        Map.entry("another behind it", good -> good.withBody(good.body() + good.body())),
        Map.entry("a brace behind it", good -> good.withBody(good.body() + "}")),
        Map.entry(
            "half of it",
            good -> good.withBody(good.body().substring(0, good.body().length() / 2))),
        Map.entry("UTF-16", good -> good.withBytes(good.body().getBytes(UTF_16))),
        Map.entry("UTF-16 without a BOM", good -> good.withBytes(good.body().getBytes(UTF_16BE))),
        bytes("no UTF-8", NO_UTF8),
        bytes("overlong NUL", OVERLONG),
        bytes("a surrogate in UTF-8", SURROGATE),
        bytes("Latin 1", "{\"\u00e9\":1}".getBytes(ISO_8859_1)),
        bytes("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}),
        bytes("a BOM in Base64", "\ufeff{}".getBytes(UTF_8)),
        Map.entry("Base64 that is none", good -> good.withBase64("{\"title\":1}")),
        Map.entry("Base64 cut off", good -> good.withBase64("eyJ0aXRsZSI6MX")),
        Map.entry("Base64 for URLs", good -> good.withBase64("_-_-")),
        Map.entry(
            "Base64 in Base64",
            good -> good.withBytes(Base64.getEncoder().encode(good.body().getBytes(UTF_8)))));
  }

  private static Map.Entry<String, Spoiling> text(String name, String body) {
    return Map.entry(name, good -> good.withBody(body));
  }

  private static Map.Entry<String, Spoiling> bytes(String name, byte[] body) {
    return Map.entry(name, good -> good.withBytes(body));
  }

  private static Stream<Arguments> spoilt() {
    return with(spoilings());
  }

  private static Stream<Arguments> large() {
    return with(
        Map.of(
            "257 KiB of nothing", good -> good.withBody("x".repeat(257 * 1024)),
            "a byte too many", good -> good.withBody(filled(good.body(), MOST_BYTES + 1)),
            "a byte too many in Base64",
                good -> good.withBytes(filled(good.body(), MOST_BYTES + 1).getBytes(UTF_8)),
            "fewer characters than bytes",
                good -> good.withBody("\"" + "\u00e9".repeat(MOST_BYTES / 2) + "\"")));
  }

  private static String filled(String body, int bytes) {
    return body + " ".repeat(bytes - body.getBytes(UTF_8).length);
  }

  private static Stream<Arguments> with(Map<String, Spoiling> spoilings) {
    var all = new ArrayList<Arguments>();
    for (Operation operation : taking()) {
      spoilings.forEach(
          (name, spoiling) -> all.add(Arguments.of(operation, Named.of(name, spoiling))));
    }
    return all.stream();
  }

  private static List<Operation> taking() {
    return Victim.operations().stream().filter(it -> !it.bodies().isEmpty()).toList();
  }

  private static List<Operation> needing() {
    return taking().stream().filter(Operation::needsBody).toList();
  }
}
