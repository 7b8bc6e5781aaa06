package io.agencytasks.functions.inbound.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as people's programs write them. */
class MailReaderTest {
  private final List<String> attached = new ArrayList<>();

  @Test
  void a_plain_message_says_who_wrote_what() throws IOException {
    var mail =
        read(
            """
            From: "Alice, of Sales" <Alice@Example.COM>
            To: tasks@agency.example
            Message-ID: <m1@mail.example.com>
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= from
             =?utf-8?b?8J+mhQ==?=

            Call the owl.
            """);

    assertThat(mail.sender()).contains("alice@example.com");
    assertThat(mail.messageId()).contains("m1@mail.example.com");
    assertThat(mail.subject()).isEqualTo("Grüße from 🦅");
    assertThat(mail.text()).isEqualTo("Call the owl.");
    assertThat(mail.references()).isEmpty();
    assertThat(mail.automatic()).isFalse();
    assertThat(mail.complete()).isTrue();
  }

  @Test
  void a_reply_is_its_own_words_and_names_what_it_answers() throws IOException {
    var mail =
        read(
            """
            From: bob@example.com
            In-Reply-To: <m3@example.com>
            References: <m1@example.com> <m2@example.com>
             <m3@example.com>
            Subject: Re: Owls

            Yes, do it.

            Inline:
            > which one?
            The brown one.

            Bob

            On Mon, 23 Nov 2026 at 10:00, Alice <alice@example.com> wrote:
            > Shall I call the owl?
            > Alice
            """);

    assertThat(mail.text())
        .isEqualTo("Yes, do it.\n\nInline:\n> which one?\nThe brown one.\n\nBob");
    assertThat(mail.references())
        .containsExactly("m3@example.com", "m2@example.com", "m1@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Own words\n-- \nBob\nCEO",
        "Own words\n\n> quoted\n> more",
        "Own words\n-----Original Message-----\nFrom: a",
        "Own words\n________________________________\nVon: a",
        "Own words\nAm 23.11.2026 um 10:00 schrieb Alice <a@example.com>:\n> x",
        "Own words\nLe lun. 23 nov. 2026 à 10:00, Alice <a@example.com> a écrit :\n> x",
        "Own words\r\n\r\nEl lun, 23 nov 2026, Alice escribió:\r\n> x\r\n",
      })
  void what_is_quoted_or_signed_is_cut(String text) {
    assertThat(OwnWords.of(text)).isEqualTo("Own words");
  }

  @Test
  void a_message_that_is_all_quoted_stays_as_it_is() {
    assertThat(OwnWords.of("> forwarded\n> all")).isEqualTo("> forwarded\n> all");
  }

  @Test
  void html_is_read_as_it_is_seen() throws IOException {
    var mail =
        read(
            """
            From: a@example.com
            Subject: x
            Content-Type: text/html; charset=utf-8

            <html><head><title>No</title><style>p{color:red}</style></head><body>
            <p>Call&nbsp;the <b>owl</b> &amp; <i>others</i>.</p><script>alert(1)</script>
            <ul><li>one</li><li>two</li></ul>
            <div class="gmail_quote">On Monday … <blockquote>old</blockquote></div></body></html>
            """);

    assertThat(mail.text()).isEqualTo("Call the owl & others.\n\none\n\ntwo");
  }

  @Test
  void of_two_forms_the_plain_one_counts_and_files_are_handed_over() throws IOException {
    var mail =
        read(
            """
            From: a@example.com
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe
            --inner
            Content-Type: text/html

            <p>Other words</p>
            --inner--
            --outer
            Content-Type: application/pdf; name="=?utf-8?q?B=C3=A4r.pdf?="
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            JVBERg==
            --outer
            Content-Type: message/rfc822

            Subject: inner

            Not this one's text
            --outer--
            """);

    assertThat(mail.text()).isEqualTo("Grüße");
    assertThat(attached)
        .containsExactly("Bär.pdf application/pdf 4", "attachment-2 message/rfc822 37");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ISO-2022-JP", "Shift_JIS", "EUC-KR", "GB18030", "windows-1251", "UTF-16"})
  void any_charset_that_java_knows_is_read(String charset) throws IOException {
    String words =
        charset.equals("windows-1251") ? "Привет" : charset.equals("EUC-KR") ? "안녕" : "日本";
    byte[] head =
        ("From: a@example.com\r\nContent-Type: text/plain; charset=" + charset + "\r\n\r\n")
            .getBytes(UTF_8);
    byte[] body = words.getBytes(Charset.forName(charset));
    byte[] message = new byte[head.length + body.length];
    System.arraycopy(head, 0, message, 0, head.length);
    System.arraycopy(body, 0, message, head.length, body.length);

    assertThat(read(new ByteArrayInputStream(message)).text()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: a@example.com\nAuto-Submitted: auto-replied",
        "From: a@example.com\nAuto-Submitted: auto-replied (vacation)",
        "From: a@example.com\nX-Autoreply: yes",
        "From: a@example.com\nX-Autorespond: vacation",
        "From: a@example.com\nPrecedence: auto_reply",
        "From: a@example.com\nReturn-Path: <>",
        "From: MAILER-DAEMON@example.com",
        "From: a@example.com\nContent-Type: multipart/report; boundary=b",
        "From: a@example.com\n"
            + "Content-Type: multipart/report; report-type=Delivery-Status; boundary=b",
      })
  void what_a_program_answers_is_known_as_such(String headers) throws IOException {
    assertThat(read(headers + "\n\nHi\n").automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: no-reply@shop.example\nAuto-Submitted: auto-generated",
        "From: leads@forms.example\nList-Unsubscribe: <https://forms.example/u>\nList-Id: <leads>",
        "From: a@example.com\nPrecedence: bulk",
        "From: a@example.com\nX-Autoreply: no",
        "From: a@example.com\n"
            + "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
      })
  void what_a_program_sends_unasked_may_well_be_work(String headers) throws IOException {
    assertThat(read(headers + "\n\nHi\n").automatic()).isFalse();
  }

  @Test
  void what_the_taker_of_attachments_throws_is_no_fault_of_the_message() {
    var message =
        new ByteArrayInputStream(
            "Content-Type: application/pdf\nContent-Disposition: attachment\n\nx".getBytes(UTF_8));

    assertThatThrownBy(
            () ->
                MailReader.read(
                    message,
                    (name, type, content) -> {
                      throw new IllegalStateException("the disk is full");
                    }))
        .hasMessage("the disk is full");
  }

  @Test
  void a_person_who_says_that_no_program_wrote_it_is_believed() throws IOException {
    assertThat(read("From: a@example.com\nAuto-Submitted: no\n\nHi\n").automatic()).isFalse();
  }

  @Test
  void a_stream_that_breaks_is_told_and_not_taken_for_a_short_message() {
    var broken = new PipedInputStream();

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(IOException.class)
        .hasMessage("Pipe not connected");
  }

  @Test
  void a_stream_that_breaks_unchecked_is_told_as_well() {
    var broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("the checksum does not fit");
          }

          @Override
          public int read(byte[] into, int from, int length) {
            return read();
          }
        };

    assertThatThrownBy(() -> read(broken)).hasMessage("the checksum does not fit");
  }

  private ReceivedMail read(String message) throws IOException {
    return read(new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(UTF_8)));
  }

  private ReceivedMail read(InputStream message) throws IOException {
    return MailReader.read(
        message, (name, type, content) -> attached.add(name + " " + type + " " + content.length));
  }
}
