package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The executors in docs/examples do what they are an example of. */
class ExampleExecutorsTest {
  private static final Path EXAMPLES = Path.of("..", "docs", "examples");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({"python3, executor.py", "node, executor.mjs"})
  void an_executor_takes_a_task_tells_how_far_it_is_and_is_done(String program, String example)
      throws Exception {
    assumeThereIs(program);
    int port = freePort();
    var executor = started(program, example, port);
    try {
      ATask task = ATask.of("custom");
      ObjectNode config = task.fields().putObject("executionConfig");
      config.put("url", "http://localhost:" + port + "/");
      config.putObject("secret").put("secretRef", "executors_key");
      config.putObject("data").putArray("words").add("agency").add("tasks");
      Caller caller = Caller.somebody();

      JsonNode done = caller.ended(Endpoint.create(caller, task));

      assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("completed");
      assertThat(done.at("/result/letters").asInt()).isEqualTo(11);
      assertThat(done.at("/executions/0/currentStep").asText()).isEqualTo("Counting tasks");
      assertThat(done.at("/executions/0/stepsTotal").asInt()).isEqualTo(2);
    } finally {
      executor.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({"python3, executor.py", "node, executor.mjs"})
  void an_executor_takes_nothing_that_is_not_signed_or_not_fresh(String program, String example)
      throws Exception {
    assumeThereIs(program);
    int port = freePort();
    var executor = started(program, example, port);
    try {
      String now = Long.toString(Instant.now().getEpochSecond());
      String old = Long.toString(Instant.now().minusSeconds(301).getEpochSecond());
      String early = Long.toString(Instant.now().plusSeconds(310).getEpochSecond());
      String good = signature("{}", now);

      assertThat(answer(port, "{}", now, "v1,c29tZXRoaW5n " + good)).isEqualTo(202);
      assertThat(answer(port, "{} ", now, good)).isEqualTo(401);
      assertThat(answer(port, "{}", now, good.replace("v1,", "v2,"))).isEqualTo(401);
      assertThat(answer(port, "{}", now, "v1,")).isEqualTo(401);
      assertThat(answer(port, "{}", "soon", good)).isEqualTo(401);
      assertThat(answer(port, "{}", old, signature("{}", old))).isEqualTo(401);
      assertThat(answer(port, "{}", early, signature("{}", early))).isEqualTo(401);
    } finally {
      executor.destroyForcibly().waitFor();
    }
  }

  private static Process started(String program, String example, int port) throws Exception {
    var builder =
        new ProcessBuilder(program, EXAMPLES.resolve(example).toString(), Integer.toString(port));
    builder.environment().put("EXECUTOR_SECRET", Endpoint.SECRET);
    var process = builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
    await().atMost(Duration.ofSeconds(30)).until(() -> listens(port));
    return process;
  }

  private static boolean listens(int port) throws Exception {
    try {
      return answer(port, "{}", "0", "") == 401;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static int answer(int port, String body, String sent, String signature) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("webhook-id", "1")
            .header("webhook-timestamp", sent)
            .header("webhook-signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> response = HTTP.send(request, BodyHandlers.discarding());
    return response.statusCode();
  }

  private static String signature(String body, String sent) throws Exception {
    var key = Base64.getDecoder().decode(Endpoint.SECRET.substring("whsec_".length()));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] signed = mac.doFinal("1.%s.%s".formatted(sent, body).getBytes(UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signed);
  }

  private static void assumeThereIs(String program) {
    assumeTrue(
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(System.getenv("PATH"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
        "This machine has no " + program + ", which the example needs.");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
