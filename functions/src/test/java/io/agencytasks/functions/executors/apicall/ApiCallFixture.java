package io.agencytasks.functions.executors.apicall;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.ArtifactsInMemory;
import io.agencytasks.functions.executors.StepsInMemory;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.OutboundHttp;
import io.agencytasks.functions.outbound.OutboundSettings;
import io.agencytasks.functions.outbound.Redirects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import okhttp3.Dns;

/** Executors with a clock that stands still, and attempts for them. */
final class ApiCallFixture {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final UUID TASK_UUID = UUID.fromString("7d3e0d0c-52c9-4b1e-9d55-0f4f7c1f4a01");

  private ApiCallFixture() {}

  static ApiCall onLaptop() {
    return executor(true, Dns.SYSTEM);
  }

  static ApiCall deployed(Dns resolver) {
    return executor(false, resolver);
  }

  static Outcome run(ApiCall executor, String config) throws InterruptedException {
    var attempt = attempt(config);
    return executor.run(attempt, records(attempt));
  }

  static Records records(ClaimedExecution attempt) {
    return new Records(
        attempt,
        new RecordStores(new ArtifactsInMemory(), new StepsInMemory()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** JSON is easier to read here with single quotes. */
  static ClaimedExecution attempt(String config) {
    return new ClaimedExecution(
        new ExecutionToken(UUID.fromString("f3b8a0f6-6d3c-4f0e-8a41-0a9f3a1b2c3d")),
        new TaskId(1),
        TASK_UUID,
        1,
        1,
        TaskType.API_CALL,
        "Call",
        new Json(config.replace('\'', '"')),
        null,
        Duration.ZERO);
  }

  /** What needs secrets is tried on the laptop, where they are kept. */
  private static Vault noVault() {
    throw new IllegalStateException("no secret is needed here");
  }

  private static ApiCall executor(boolean allowLoopback, Dns resolver) {
    var sender =
        new HttpSender(
            OutboundHttp.client(new OutboundSettings(allowLoopback), resolver),
            Clock.fixed(NOW, ZoneOffset.UTC));
    return new ApiCall(sender, new Redirects(sender), ApiCallFixture::noVault);
  }
}
