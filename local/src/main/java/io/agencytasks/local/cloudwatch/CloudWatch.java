package io.agencytasks.local.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics that functions print in the embedded metric format, by their names. Dimensions are
 * left out: there is one service.
 */
public final class CloudWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CloudWatch.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Samples> metrics = new ConcurrentSkipListMap<>();

  private CloudWatch() {}

  /** Takes metrics out of this process's standard output until it is closed. */
  public static CloudWatch listen() {
    var cloudWatch = new CloudWatch();
    PrintedLines.tell(cloudWatch);
    return cloudWatch;
  }

  /** All that were told so far, by name. */
  public List<Statistics> statistics() {
    return metrics.values().stream().map(Samples::statistics).toList();
  }

  void hear(String line) {
    try {
      JsonNode told = JSON.readTree(line);
      for (JsonNode directive : told.at("/_aws/CloudWatchMetrics")) {
        for (JsonNode metric : directive.path("Metrics")) {
          add(metric, told.path(metric.path("Name").asText()));
        }
      }
    } catch (JsonProcessingException e) {
      log.warn("A line that looks like metrics is none", e);
    }
  }

  private void add(JsonNode metric, JsonNode values) {
    String name = metric.path("Name").asText();
    if (values.isArray()) {
      values.forEach(value -> add(metric, value));
    } else if (values.isNumber()) {
      String unit = metric.path("Unit").asText();
      metrics.compute(
          name,
          (it, known) ->
              (known == null ? new Samples(name, unit) : known).with(values.doubleValue()));
    }
  }

  @Override
  public void close() {
    PrintedLines.tellNoMore(this);
  }
}
