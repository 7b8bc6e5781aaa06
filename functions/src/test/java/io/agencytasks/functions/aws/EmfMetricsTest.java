package io.agencytasks.functions.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What CloudWatch is given to read. */
class EmfMetricsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void measurements_of_one_moment_are_one_line() throws Exception {
    var lines =
        printed(
            List.of(
                Metric.CLAIM_DURATION.of(3.5),
                Metric.TIME_TO_START.of(10),
                Metric.TIME_TO_START.of(20),
                Metric.RETRIED.of(2)));

    assertThat(lines).hasSize(1);
    var line = lines.getFirst();
    assertThat(line.path("ClaimDuration").asDouble()).isEqualTo(3.5);
    assertThat(line.path("TimeToStart")).hasToString("[10.0,20.0]");
    assertThat(line.path("Retried").asInt()).isEqualTo(2);
    assertThat(line.path("Service").asText()).isEqualTo("a-stack");
    var directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").asText()).isEqualTo("AgencyTasks");
    assertThat(directive.path("Dimensions")).hasToString("[[\"Service\"]]");
    assertThat(directive.path("Metrics"))
        .extracting(it -> it.path("Name").asText() + " " + it.path("Unit").asText())
        .containsExactlyInAnyOrder(
            "ClaimDuration Milliseconds", "TimeToStart Milliseconds", "Retried Count");
  }

  @Test
  void no_line_holds_more_values_than_cloudwatch_takes() throws Exception {
    var lines = printed(IntStream.range(0, 250).mapToObj(Metric.TIME_TO_START::of).toList());

    assertThat(lines)
        .extracting(line -> line.path("TimeToStart").size())
        .allMatch(size -> size <= 100);
    assertThat(lines.stream().mapToInt(line -> line.path("TimeToStart").size()).sum())
        .isEqualTo(250);
  }

  @Test
  void where_nothing_was_measured_nothing_is_printed() throws Exception {
    assertThat(printed(List.of())).isEmpty();
  }

  private static List<JsonNode> printed(List<Measurement> measurements) throws Exception {
    var output = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, UTF_8));
    try {
      new EmfMetrics("a-stack").tell(measurements);
    } finally {
      System.setOut(output);
    }
    var lines = new ArrayList<JsonNode>();
    for (String line : bytes.toString(UTF_8).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
