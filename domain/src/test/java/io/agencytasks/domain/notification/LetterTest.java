package io.agencytasks.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTest {
  private static final EmailAddress OWNER = new EmailAddress("a@x.example");
  private static final String LINK = "https://app.example/tasks/1?a=1&b=2";

  @Test
  void it_says_the_same_as_text_and_as_html() {
    var mail = new Letter("Done", List.of("One\ntwo", "Three"), LINK).to(OWNER);

    assertThat(mail.text()).isEqualTo("One\ntwo\n\nThree\n\n" + LINK + "\n");
    assertThat(mail.html().orElseThrow())
        .contains("<p>One<br>\ntwo</p>\n<p>Three</p>")
        .contains("<a href=\"https://app.example/tasks/1?a=1&amp;b=2\">");
  }

  @Test
  void words_are_words_and_no_html() {
    var mail = new Letter("s", List.of("<img src=x onerror='a()'> & \"b\""), LINK).to(OWNER);

    assertThat(mail.html().orElseThrow())
        .contains("&lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;b&quot;")
        .doesNotContain("<img");
  }

  @Test
  void a_subject_is_one_line_of_two_hundred_characters() {
    var broken = new Letter("a\r\nBcc: b@x.example\u2028c", List.of(), LINK).to(OWNER);
    var tooLong = new Letter("\uD83E\uDD89".repeat(201), List.of(), LINK).to(OWNER);

    assertThat(broken.subject()).isEqualTo("a Bcc: b@x.example c");
    assertThat(tooLong.subject()).isEqualTo("\uD83E\uDD89".repeat(199) + "\u2026");
  }
}
