package io.agencytasks.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear sentence, a code other than 0, and nothing lost. */
class LaptopRefusesTest {
  @TempDir private Path home;

  @Test
  void a_port_in_use() throws Exception {
    try (var taken = new ServerSocket(0);
        var laptop = ALaptop.startedIn(home, taken.getLocalPort())) {
      assertThat(laptop.code()).isEqualTo(1);
      assertThat(laptop.output())
          .endsWith(
              "Port "
                  + taken.getLocalPort()
                  + " is in use: stop the program that listens there, or set PORT to another.\n");
    }
  }

  @Test
  void a_port_for_mail_in_use() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var settings = new Settings(Path.of("..", "template.yaml"), home, 0, port, Map.of(), false);

      assertThatThrownBy(() -> LaptopCloud.start(settings, step -> {}))
          .isInstanceOf(CannotStart.class)
          .hasMessage(
              "Port %d for mail cannot be opened: stop the program that listens there, or set"
                  + " SMTP_PORT to another.",
              port);
    }
  }

  @Test
  void a_damaged_data_folder() throws Exception {
    Path data = Files.createDirectories(home.resolve("postgres"));
    Path kept = Files.writeString(data.resolve("letter"), "dear diary");

    try (var laptop = ALaptop.startedIn(home, 0)) {
      assertThat(laptop.code()).isEqualTo(1);
      assertThat(laptop.output())
          .contains("The data folder " + data + " holds no Postgres database")
          .contains("start with --fresh, which deletes it.");
    }
    assertThat(kept).hasContent("dear diary");
  }

  @Test
  void a_template_that_is_not_there_before_anything_is_deleted() throws Exception {
    Path data = Files.createDirectories(home.resolve("postgres"));
    Path kept = Files.writeString(data.resolve("letter"), "dear diary");

    try (var laptop = ALaptop.startedAt(home, home, "0", "--fresh")) {
      assertThat(laptop.code()).isEqualTo(1);
      assertThat(laptop.output()).contains("template.yaml").doesNotContain("\tat ");
    }
    assertThat(kept).hasContent("dear diary");
  }

  @Test
  void a_port_that_is_no_port_and_an_option_that_is_none() throws Exception {
    try (var laptop = ALaptop.startedAt(home, home, "http")) {
      assertThat(laptop.code()).isEqualTo(1);
      assertThat(laptop.output()).endsWith("PORT must be a number from 0 to 65535, not http.\n");
    }
    try (var laptop = ALaptop.startedIn(home, 0, "--frehs")) {
      assertThat(laptop.code()).isEqualTo(1);
      assertThat(laptop.output()).contains("There is no option --frehs. Options: --fresh");
    }
  }
}
