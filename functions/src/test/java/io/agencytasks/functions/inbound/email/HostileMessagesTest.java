package io.agencytasks.functions.inbound.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No message breaks the reader, holds it up, or takes more memory than it has. */
class HostileMessagesTest {
  private static final String HEAP = "-Xmx128m";
  private static final int MOST_MILLIS = 2_000;

  @TempDir private Path folder;

  @Test
  void each_is_read_in_two_seconds_and_128_megabytes() throws Exception {
    var messages = new HostileMessages();
    assertThat(messages.count()).isGreaterThanOrEqualTo(60);
    messages.writeTo(folder);

    Process reader =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-cp",
                    System.getProperty("java.class.path"),
                    ReadsMessages.class.getName(),
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(reader.getInputStream().readAllBytes(), UTF_8);

    assertThat(reader.waitFor()).as(output).isZero();
    Map<String, Integer> millis = new HashMap<>();
    output
        .lines()
        .map(line -> line.split(" "))
        .forEach(it -> millis.put(it[0], Integer.valueOf(it[1])));
    assertThat(millis).hasSize(messages.count());
    assertThat(millis)
        .allSatisfy((name, took) -> assertThat(took).as(name).isLessThan(MOST_MILLIS));
  }
}
