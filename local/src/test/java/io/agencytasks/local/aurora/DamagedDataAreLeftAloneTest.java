package io.agencytasks.local.aurora;

import static io.agencytasks.local.aurora.ADatabase.dataOf;
import static io.agencytasks.local.aurora.ADatabase.startedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.local.disk.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedDataAreLeftAloneTest {
  @TempDir private Path home;

  @BeforeEach
  void a_data_folder() throws IOException {
    Files.createDirectories(dataOf(home));
  }

  @Test
  void a_folder_that_is_no_database_is_refused() throws Exception {
    Path letter = Files.writeString(dataOf(home).resolve("letter"), "dear diary");

    assertThatThrownBy(() -> startedIn(home))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContainingAll(dataOf(home).toString(), "holds no Postgres", "--fresh");
    assertThat(letter).hasContent("dear diary");
  }

  @Test
  void data_of_another_major_version_are_refused() throws Exception {
    Files.writeString(dataOf(home).resolve("PG_VERSION"), "16\n");

    assertThatThrownBy(() -> startedIn(home))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContainingAll(dataOf(home).toString(), "Postgres 16", "--fresh");
    assertThat(dataOf(home).resolve("PG_VERSION")).hasContent("16");
  }

  @Test
  void a_database_that_postgres_cannot_read_is_refused_until_a_fresh_start() throws Exception {
    Folders.delete(dataOf(home));
    new DataFolder(dataOf(home)).prepare(ADatabase.programs());
    Path control = dataOf(home).resolve("global/pg_control");
    Files.write(control, new byte[8192]);

    assertThatThrownBy(() -> startedIn(home))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContainingAll(dataOf(home).toString(), "which says: ", "--fresh")
        .hasMessageNotContaining("\n");
    assertThat(control).hasBinaryContent(new byte[8192]);

    try (var aurora = startedIn(home, true)) {
      assertThat(ADatabase.ask(aurora.superuser(), "select count(*) from users")).isEqualTo("0");
    }
  }
}
