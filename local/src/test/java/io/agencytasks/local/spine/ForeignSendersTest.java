package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Senders that others have written: the reference library of Standard Webhooks for Node, and what
 * GitHub's documentation says, in Python. Passed over where the one or the other is missing, which
 * CI does not let pass.
 */
class ForeignSendersTest {
  private static final String STANDARD =
      """
      const { Webhook } = require("standardwebhooks");
      const [url, secret] = process.argv.slice(2);
      const body = JSON.stringify({ title: "From Node ✓" });
      const at = new Date();
      const signature = new Webhook(secret).sign("msg_node", at, body);
      fetch(url, { method: "POST", body, headers: {
        "webhook-id": "msg_node",
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": signature,
      }}).then(async (answer) => console.log(answer.status, await answer.text()));
      """;

  private static final String GITHUB =
      """
      import hashlib, hmac, json, sys, urllib.request
      url, secret = sys.argv[1:]
      body = json.dumps({"title": "From Python ✓"}).encode()
      digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
      request = urllib.request.Request(url, body, {
          "Content-Type": "application/json",
          "User-Agent": "GitHub-Hookshot/044aadd",
          "X-GitHub-Delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
          "X-GitHub-Event": "issues",
          "X-Hub-Signature-256": "sha256=" + digest})
      with urllib.request.urlopen(request) as answer:
          print(answer.status, answer.read().decode())
      """;

  @TempDir private Path folder;
  private final Caller caller = Caller.somebody();

  @Test
  void the_reference_library_of_standard_webhooks_is_let_in() throws Exception {
    assume(
        runs("npm", "install", "--no-audit", "--no-fund", "standardwebhooks@1.0.0"),
        "npm or its registry is missing: Standard Webhooks is not sent by its own library.");

    assertThat(taskOf("standard", "send.js", STANDARD, "node").path("title").asText())
        .isEqualTo("From Node ✓");
  }

  @Test
  void what_signs_as_github_says_is_let_in() throws Exception {
    assume(runs("python3", "--version"), "There is no Python to sign as GitHub does.");

    assertThat(taskOf("github", "send.py", GITHUB, "python3").path("title").asText())
        .isEqualTo("From Python ✓");
  }

  private JsonNode taskOf(String verification, String file, String script, String interpreter)
      throws Exception {
    var hook =
        new Hook(
            caller,
            """
            {"name": "Foreign", "channel": "custom", "verification": "%s",
             "defaults": {"taskType": "reminder", "executionType": "manual_trigger"},
             "rules": {"mapping": {"title": "/title"}}}
            """
                .formatted(verification));
    Files.writeString(folder.resolve(file), script);
    var url = SharedCloud.cloud().apiUri().resolve(hook.url()).toString();

    var process = start(interpreter, file, url, hook.secret());
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(printed).startsWith("202 ");
    JsonNode answer = new ObjectMapper().readTree(printed.substring("202 ".length()));
    return caller.task(answer.path("taskId").asLong());
  }

  private static void assume(boolean there, String otherwise) {
    assumeThat(there).as(otherwise).isTrue();
  }

  private boolean runs(String... command) throws InterruptedException {
    try {
      var process = start(command);
      process.getInputStream().readAllBytes();
      return process.waitFor(120, SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private Process start(String... command) throws IOException {
    return new ProcessBuilder(List.of(command))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
