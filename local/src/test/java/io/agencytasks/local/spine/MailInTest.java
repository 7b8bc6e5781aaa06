package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.lambda.Invocation.Answered;
import io.agencytasks.local.lambda.Invocation.Failed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mail, and what it comes to: by SMTP where the way in matters, by SES's notice where not. */
class MailInTest {
  private static final String LETTER =
      """
      From: Ann <ann@example.com>
      Subject: Two desks #high
      Message-ID: <%s@example.com>

      Please.
      """;

  private final Caller caller = Caller.somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());

  @Test
  void what_is_in_answer_to_a_mail_is_in_its_conversation() throws Exception {
    var box = new LetterBox(caller);
    JsonNode first = box.get(LETTER.formatted("m1"));
    box.get(LETTER.formatted("m2").replace("Subject", "In-Reply-To: <m1@example.com>\nSubject"));
    JsonNode third =
        box.get(
            LETTER.formatted("m3").replace("Subject", "In-Reply-To: <m2@example.com>\nSubject"));
    JsonNode other = box.get(LETTER.formatted("m4"));

    assertThat(third.path("conversationId")).isEqualTo(first.path("conversationId"));
    assertThat(other.path("conversationId")).isNotEqualTo(first.path("conversationId"));
    JsonNode said = Caller.json(caller.get("/v1/conversations/" + first.path("conversationId")));
    assertThat(said.path("messages")).hasSize(3);
  }

  @Test
  void answers_to_what_never_came_here_are_one_conversation() throws Exception {
    var box = new LetterBox(caller);
    String answer = LETTER.replace("Subject", "References: <elsewhere@example.com>\nSubject");

    JsonNode first = box.get(answer.formatted("m1"));
    JsonNode second = box.get(answer.formatted("m2"));

    assertThat(second.path("conversationId")).isEqualTo(first.path("conversationId"));
  }

  @ParameterizedTest
  @CsvSource({"Virus, FAIL", "Virus, GRAY", "Virus, PROCESSING_FAILED", "Spam, FAIL"})
  void what_may_do_harm_is_kept_back(String about, String status) throws Exception {
    var box = new LetterBox(caller);

    JsonNode message =
        box.get(
            """
            From: ann@example.com
            X-SES-%s-Verdict: %s
            Subject: Look
            Content-Type: multipart/mixed; boundary=b

            --b

            Here it is.
            --b
            Content-Disposition: attachment; filename=a.exe

            MZ
            --b--
            """
                .formatted(about, status));

    assertThat(message.path("outcome").asText()).isEqualTo("quarantined");
    assertThat(message.path("task").isNull()).isTrue();
    assertThat(message.path("verdicts").path(about.toLowerCase(Locale.ROOT)).asText())
        .isEqualTo(status);
    assertThat(message.path("attachments")).hasSize(about.equals("Virus") ? 0 : 1);
    assertThat(caller.task(replayed(box, message)).path("requiresHumanReview").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"FAIL, true", "GRAY, true", "PASS, false"})
  void who_is_not_proven_is_looked_at_by_a_person(String dmarc, boolean reviewed) throws Exception {
    var box = new LetterBox(caller);

    JsonNode task = box.taskOf("X-SES-DMARC-Verdict: " + dmarc + "\n" + LETTER.formatted("m1"));

    assertThat(task.path("requiresHumanReview").asBoolean()).isEqualTo(reviewed);
    assertThat(task.at("/sourceMessage/verdicts/dmarc").asText()).isEqualTo(dmarc);
  }

  @Test
  void who_is_not_proven_is_so_at_a_second_look_too() throws Exception {
    var box = new LetterBox(caller, "{\"blockedSenders\": [\"ann@example.com\"]}");
    JsonNode message = box.get("X-SES-DMARC-Verdict: FAIL\n" + LETTER.formatted("m1"));
    assertThat(message.path("outcome").asText()).isEqualTo("refused");
    caller.send("PATCH", box.hook().path(), "{\"rules\":{}}");

    JsonNode task = caller.task(replayed(box, message));

    assertThat(task.path("title").asText()).isEqualTo("Two desks");
    assertThat(task.path("priority").asText()).isEqualTo("high");
    assertThat(task.path("requiresHumanReview").asBoolean()).isTrue();
  }

  @Test
  void who_is_not_proven_answers_no_question() throws Exception {
    var box = new LetterBox(caller, "{\"repliesAreInput\": true}");
    long asking = box.taskOf(LETTER.formatted("m1")).path("id").asLong();
    for (String status : List.of("in_progress", "waiting_input")) {
      rows.of("update agency_tasks set status = ? where id = ?", status, asking);
    }
    String answer =
        LETTER.formatted("m2").replace("Subject", "References: <m1@example.com>\nSubject");

    JsonNode forged = box.get("X-SES-DMARC-Verdict: FAIL\n" + answer);
    JsonNode proven = box.get(answer);

    assertThat(forged.path("outcome").asText()).isEqualTo("task");
    assertThat(proven.path("outcome").asText()).isEqualTo("input");
    assertThat(proven.at("/task/id").asLong()).isEqualTo(asking);
  }

  @ParameterizedTest
  @MethodSource("automatic")
  void what_a_program_answers_makes_no_task(String from, String header) throws Exception {
    var box = new LetterBox(caller);

    new Postman().bring(from, header + "\n" + LETTER.formatted("m1"), box.address());

    assertThat(box.message(1).path("outcome").asText()).isEqualTo("recorded");
    assertThat(box.message(1).path("task").isNull()).isTrue();
  }

  static Stream<Arguments> automatic() {
    return Stream.of(
        Arguments.of("ann@example.com", "Auto-Submitted: auto-replied"),
        Arguments.of("ann@example.com", "X-Autoreply: yes"),
        Arguments.of("", "X-Nothing: at all"));
  }

  @Test
  void one_mail_to_several_owners_is_a_task_for_each() throws Exception {
    var other = Caller.somebody();
    var ours = new LetterBox(caller);
    var theirs = new LetterBox(other);

    new Postman()
        .bring(
            "ann@example.com",
            LETTER.formatted("m1"),
            ours.address(),
            theirs.address(),
            ours.address().toUpperCase(Locale.ROOT),
            "nobody@agency-tasks.example");

    long mine = ours.message(1).at("/task/id").asLong();
    long yours = theirs.message(1).at("/task/id").asLong();
    assertThat(other.get("/v1/tasks/" + mine).statusCode()).isEqualTo(404);
    assertThat(caller.get("/v1/tasks/" + yours).statusCode()).isEqualTo(404);
    assertThat(ours.count() + theirs.count()).isEqualTo(2);
  }

  @Test
  void a_hundred_notices_of_one_mail_at_once_are_one_task() throws Exception {
    var box = new LetterBox(caller);
    var notice = SesNotice.of(box.address()).with(LETTER.formatted("m1"));

    List<Invocation> heard = Together.times(100, notice::hear);

    assertThat(heard).allSatisfy(it -> assertThat(it).isInstanceOf(Answered.class));
    assertThat(box.count()).isEqualTo(1);
    assertThat(Caller.json(caller.get("/v1/tasks")).path("total").asInt()).isEqualTo(1);
  }

  @Test
  void a_mail_that_was_sent_twice_is_one_and_a_name_that_is_used_twice_swallows_none()
      throws Exception {
    var box = new LetterBox(caller);
    String forged = LETTER.formatted("m1").replace("Two desks", "No desks");

    SesNotice.of(box.address()).with(forged).hear();
    SesNotice.of(box.address()).with(LETTER.formatted("m1")).withVerdict("dmarc", "FAIL").hear();
    SesNotice.of(box.address()).with(LETTER.formatted("m1")).hear();
    SesNotice.of(box.address()).with(LETTER.formatted("m1")).hear();

    assertThat(box.count()).isEqualTo(3);
    assertThat(box.message(3).path("repeats").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_not_there_yet_is_waited_for() throws Exception {
    var box = new LetterBox(caller);
    var notice = SesNotice.of(box.address());

    assertThat(notice.hear()).isInstanceOf(Failed.class);
    notice.with(LETTER.formatted("m1"));

    assertThat(notice.hear()).isInstanceOf(Answered.class);
    assertThat(box.count()).isEqualTo(1);
  }

  @Test
  void notices_that_are_not_ours_are_refused_and_not_tried_again() throws Exception {
    var box = new LetterBox(caller);
    var elsewhere = SesNotice.of(box.address()).with(LETTER.formatted("m1"));
    elsewhere.notice().withObject("/receipt/action").put("bucketName", "artifacts");
    var another = SesNotice.of(box.address()).with(LETTER.formatted("m1"));
    another.event().withObject("/Records/0/Sns").put("TopicArn", "arn:aws:sns:x:1:Another");
    var none = SesNotice.of(box.address());

    assertThat(elsewhere.hear()).isInstanceOf(Answered.class);
    assertThat(another.hear()).isInstanceOf(Answered.class);
    for (String text : List.of("", "{", "[]", "{}", "{\"notificationType\":\"Received\"}", "42")) {
      assertThat(none.hear(text)).isInstanceOf(Answered.class);
    }

    assertThat(box.count()).isZero();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatever_is_in_it_a_mail_is_kept(byte[] mail) throws Exception {
    var box = new LetterBox(caller);

    assertThat(SesNotice.of(box.address()).with(mail).hear()).isInstanceOf(Answered.class);

    assertThat(box.message(1).path("outcome").asText()).isEqualTo("task");
  }

  static Stream<byte[]> hostile() {
    return Stream.of(
            "",
            "\0\0\0",
            "From: \0a\0@\0b\0\nSubject: \0\uD83E\n\n\0",
            "Subject: " + "x".repeat(1_000_000),
            "From: " + "a@b.c,".repeat(5_000) + "\n\nHi",
            "Message-ID: <" + "\u00e9".repeat(200) + ">\nReferences: " + "<a@b> ".repeat(5_000),
            "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(5_000),
            nested(300),
            "Content-Type: text/html\n\n" + "<div>".repeat(50_000) + "x",
            "Content-Transfer-Encoding: base64\n\n%%%not base64%%%",
            "Content-Type: text/plain; charset=\"no such thing\"\n\nHi",
            "Content-Disposition: attachment; filename=\"../../\0/etc/pässwd\"\n\nroot",
            "Content-Type: a/b; name=\""
                + "ü".repeat(3_000)
                + "\"\nContent-Disposition: attachment\n\nx")
        .map(mail -> mail.getBytes(ISO_8859_1));
  }

  private static String nested(int deep) {
    var mail = new StringBuilder();
    for (int i = 0; i < deep; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return mail.append("\nHi").toString();
  }

  @Test
  void what_is_too_large_is_refused_kindly_and_the_next_one_comes_through() throws Exception {
    var box = new LetterBox(caller);
    String large = LETTER.formatted("m1") + ("x".repeat(998) + "\n").repeat(42_100);

    assertThat(new Postman().bring("ann@example.com", large, box.address())).startsWith("552 ");
    assertThat(new Postman().bring("ann@example.com", "Hi", "a@elsewhere.example"))
        .startsWith("550 5.1.1 ");

    assertThat(box.get(LETTER.formatted("m2")).path("outcome").asText()).isEqualTo("task");
  }

  @Test
  void more_than_the_webhook_takes_in_a_minute_is_tried_again() throws Exception {
    var box = new LetterBox(caller, "{\"messagesPerMinute\": 1}");
    SesNotice.of(box.address()).with(LETTER.formatted("m1")).hear();

    assertThat(SesNotice.of(box.address()).with(LETTER.formatted("m2")).hear())
        .isInstanceOf(Failed.class);
    assertThat(box.count()).isEqualTo(1);
  }

  @Test
  void who_is_over_the_limit_holds_up_nobody_else() throws Exception {
    var full = new LetterBox(caller, "{\"messagesPerMinute\": 1}");
    var other = new LetterBox(Caller.somebody());
    SesNotice.of(full.address()).with(LETTER.formatted("m1")).hear();

    SesNotice.of(full.address(), other.address()).with(LETTER.formatted("m2")).hear();

    assertThat(other.count()).isEqualTo(1);
  }

  private long replayed(LetterBox box, JsonNode message) {
    var path = "%s/messages/%d/replay".formatted(box.hook().path(), message.path("id").asLong());
    return Caller.json(caller.post(path, "")).path("taskId").asLong();
  }
}
