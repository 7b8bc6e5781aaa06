package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.SharedCloud;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Sent mail as a browser shows it. */
class MailPageTest {
  private final AnOwner owner = AnOwner.somebody();

  @Test
  void a_browser_sees_what_was_sent_and_none_of_it_runs() throws Exception {
    String title = "<script>alert(1)</script> & " + owner.mailbox().address();
    Caller caller = owner.caller();
    caller.ended(caller.create(ATask.of("reminder").with("title", title)));

    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(SharedCloud.cloud().apiUri().resolve("/local/mail"))
                    .header("accept", "text/html,*/*")
                    .build(),
                BodyHandlers.ofString());

    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("content-security-policy")).isPresent();
    assertThat(page.body())
        .contains("Reminder: &lt;script&gt;alert(1)&lt;/script&gt; &amp; ")
        .contains("<iframe sandbox srcdoc=")
        .doesNotContain("<script");
  }
}
