package io.agencytasks.functions.aws;

import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;
import software.amazon.lambda.powertools.metrics.provider.EmfMetricsProvider;

/**
 * Metrics as lines of the embedded metric format on standard output, where CloudWatch picks them
 * up: nothing is called for them.
 */
@Singleton
final class EmfMetrics implements Metrics {
  private static final Logger log = LoggerFactory.getLogger(EmfMetrics.class);
  private static final String NAMESPACE = "AgencyTasks";

  private final EmfMetricsProvider lines = new EmfMetricsProvider();
  private final DimensionSet dimensions;

  /**
   * Of one service.
   *
   * @param service tells the numbers of several stacks in one account apart
   */
  EmfMetrics(@Property(name = "metrics.service", defaultValue = "agency-tasks") String service) {
    // Otherwise it looks for an EC2 instance around it, wherever it is not on Lambda.
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    this.dimensions = DimensionSet.of("Service", service);
  }

  @Override
  public void tell(List<Measurement> together) {
    if (together.isEmpty()) {
      return;
    }
    try {
      var line = lines.getMetricsInstance();
      line.setNamespace(NAMESPACE);
      line.setDefaultDimensions(dimensions);
      together.forEach(it -> add(line, it));
      line.flush();
    } catch (RuntimeException untold) {
      log.atWarn().setCause(untold).log("metrics not told");
    }
  }

  private static void add(
      software.amazon.lambda.powertools.metrics.Metrics line, Measurement measurement) {
    var metric = measurement.metric();
    line.addMetric(metric.name(), measurement.value(), unit(metric.unit()));
  }

  private static MetricUnit unit(Metric.Unit unit) {
    return switch (unit) {
      case COUNT -> MetricUnit.COUNT;
      case MILLISECONDS -> MetricUnit.MILLISECONDS;
      case SECONDS -> MetricUnit.SECONDS;
    };
  }
}
