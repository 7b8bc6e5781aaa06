package io.agencytasks.local.aurora;

import static io.agencytasks.local.aurora.ADatabase.ask;
import static io.agencytasks.local.aurora.ADatabase.postmasterOf;
import static io.agencytasks.local.aurora.ADatabase.startedIn;
import static io.agencytasks.local.aurora.ADatabase.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test begins where the one before left the data, however that one ended. */
class DataOutliveEveryStopTest {
  @TempDir private static Path home;

  @BeforeAll
  static void something_is_kept() {
    try (var aurora = startedIn(home)) {
      tell(aurora.superuser(), "create table kept as select 'a treasure' as what");
    }
  }

  @Test
  void a_stop_in_order_leaves_no_process_and_all_data() throws Exception {
    ProcessHandle postmaster;
    try (var aurora = startedIn(home)) {
      postmaster = postmasterOf(home);
      assertThatTheDataAreThere(aurora);
    }
    assertThat(postmaster.isAlive()).isFalse();
  }

  @Test
  void a_killed_postgres_comes_back_on_its_port_with_all_that_was_committed() throws Exception {
    try (var aurora = startedIn(home)) {
      tell(aurora.superuser(), "create table if not exists late as select 1 as committed");
      assertThat(ask(aurora.application(), "select count(*) from users")).isEqualTo("0");
      ProcessHandle killed = postmasterOf(home);

      killed.destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(postmasterOf(home).pid()).isNotEqualTo(killed.pid()));
      await().ignoreExceptions().untilAsserted(() -> assertThatTheDataAreThere(aurora));
      assertThat(ask(aurora.superuser(), "select committed from late")).isEqualTo("1");
      await()
          .ignoreExceptions()
          .until(() -> ask(aurora.application(), "select count(*) from users").equals("0"));
    }
  }

  @Test
  void a_killed_laptop_leaves_no_postgres_behind() throws Exception {
    Process laptop = new ProcessBuilder(holder()).redirectErrorStream(true).start();
    try (var output = laptop.inputReader()) {
      assertThat(output.lines().anyMatch("holding"::equals)).isTrue();
    }
    ProcessHandle postmaster = postmasterOf(home);

    laptop.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(20)).until(() -> !postmaster.isAlive());
    try (var aurora = startedIn(home)) {
      assertThatTheDataAreThere(aurora);
    }
  }

  @Test
  void a_postgres_that_was_left_behind_is_stopped_first() throws Exception {
    List<String> command =
        ADatabase.programs()
            .command("postgres", List.of("-D" + ADatabase.dataOf(home), "-p" + Aurora.freePort()));
    Process orphan = new ProcessBuilder(command).redirectErrorStream(true).start();
    await().until(() -> new DataFolder(ADatabase.dataOf(home)).isServedBy(orphan.toHandle()));

    try (var aurora = startedIn(home)) {
      assertThat(orphan.isAlive()).isFalse();
      assertThatTheDataAreThere(aurora);
    }
  }

  @Test
  void a_note_of_a_process_that_is_another_program_by_now_is_no_obstacle() throws Exception {
    String self = Long.toString(ProcessHandle.current().pid());
    Files.writeString(ADatabase.dataOf(home).resolve("postmaster.pid"), self + "\n");

    try (var aurora = startedIn(home)) {
      assertThatTheDataAreThere(aurora);
    }
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void the_functions_log_in_with_few_rights_in_utc_on_a_database_that_syncs() {
    try (var aurora = startedIn(home)) {
      assertThat(ask(aurora.application(), "select current_user")).isEqualTo("agency_tasks_app");
      assertThat(ask(aurora.application(), "show timezone")).isEqualTo("UTC");
      assertThat(ask(aurora.application(), "show fsync")).isEqualTo("on");
      assertThat(ask(aurora.superuser(), "show server_version")).startsWith("17.");
      assertThatThrownBy(() -> tell(aurora.application(), "create table mine (id int)"))
          .hasRootCauseMessage("ERROR: permission denied for schema public\n  Position: 14");
    }
  }

  private static void assertThatTheDataAreThere(Aurora aurora) {
    assertThat(ask(aurora.superuser(), "select what from kept")).isEqualTo("a treasure");
  }

  private static List<String> holder() throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        HoldsADatabase.class.getName(),
        home.toString());
  }
}
