package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.newTask;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.functions.json.Mappers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies broken at random: each is read or refused, and nothing else ever happens. */
class MutatedBodiesTest {
  private static final int BODIES = 4000;

  private static final byte[] SOUND =
      """
      {"title": "Call \uD83D\uDE80", "description": "a\\nb", "category": "c", "taskType": "api_call",
       "priority": "high", "urgency": "soon", "assignedToBot": true, "executionType": "scheduled",
       "executionConfig": {"url": "https://example.com", "n": [1, 2.50, -0, 1e10]},
       "scheduledFor": "2026-12-01T09:00:00+01:00", "deadline": null, "dependsOn": [1, 2],
       "tags": ["a", "b"], "metadata": {"k": {"l": [null, false]}}, "maxRetries": 3}
      """
          .getBytes(UTF_8);

  private static final List<String> POISONS =
      List.of(
          "\\u0000",
          "\\ud800",
          "\\",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "-",
          "1e400",
          "e",
          "E-131072",
          "9".repeat(40),
          ".",
          "0",
          "true",
          "\uD83D\uDE80",
          "[".repeat(40),
          "\u0000");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_broken_body_is_read_or_refused(long seed) {
    var random = new Random(seed);
    int read = 0;
    for (int body = 0; body < BODIES; body++) {
      read += isRead(mutated(random)) ? 1 : 0;
    }
    assertThat(read).isBetween(1, BODIES - 1);
  }

  /** Whether it was read; what was read can be written and read again by the database. */
  private static boolean isRead(byte[] body) {
    try {
      var task = newTask(ARequest.withBytes(body));
      return Mappers.forRows().valueToTree(task).isObject();
    } catch (InvalidInput refused) {
      assertThat(refused.faults()).isNotEmpty();
      return false;
    }
  }

  private static byte[] mutated(Random random) {
    var bytes = SOUND;
    for (int times = random.nextInt(1, 4); times > 0; times--) {
      bytes = mutatedOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutatedOnce(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + random.nextInt(1, 12));
    return switch (random.nextInt(4)) {
      case 0 -> spliced(bytes, at, end, new byte[0]);
      case 1 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      case 2 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      default ->
          spliced(bytes, at, at, POISONS.get(random.nextInt(POISONS.size())).getBytes(UTF_8));
    };
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    var spliced = Arrays.copyOf(bytes, from + between.length + bytes.length - to);
    System.arraycopy(between, 0, spliced, from, between.length);
    System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
    return spliced;
  }
}
