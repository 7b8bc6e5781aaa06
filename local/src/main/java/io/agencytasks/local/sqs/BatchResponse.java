package io.agencytasks.local.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.lambda.Invocation;
import java.util.HashSet;
import java.util.Set;

/** Which messages of a batch a function did not manage, as Lambda reads it from the answer. */
final class BatchResponse {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private BatchResponse() {}

  /**
   * The ids of the messages that failed: all of them, where the answer is not to be understood.
   *
   * @param batch the ids of all messages of the batch
   * @param reported whether the mapping asks for ReportBatchItemFailures; otherwise an answer means
   *     success, whatever it says
   */
  static Set<String> failures(Invocation invocation, Set<String> batch, boolean reported) {
    return switch (invocation) {
      case Invocation.Answered(String json) -> reported ? failures(json, batch) : Set.of();
      case Invocation.Failed failed -> batch;
      case Invocation.TimedOut timedOut -> batch;
      case Invocation.Throttled throttled -> batch;
    };
  }

  private static Set<String> failures(String json, Set<String> batch) {
    JsonNode listed;
    try {
      listed = JSON.readTree(json).path("batchItemFailures");
    } catch (JsonProcessingException e) {
      return batch;
    }
    if (listed.isMissingNode() || listed.isNull()) {
      return Set.of();
    }
    if (!listed.isArray()) {
      return batch;
    }
    Set<String> failures = new HashSet<>();
    listed.forEach(item -> failures.add(item.path("itemIdentifier").asText()));
    return batch.containsAll(failures) ? failures : batch;
  }
}
