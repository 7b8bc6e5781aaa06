package io.agencytasks.functions.executors.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agencytasks.domain.execution.Records;
import org.junit.jupiter.api.Test;

class ReportFolderTest {

  @Test
  void nothing_is_left_of_it() throws Exception {
    var folder = ReportFolder.create();
    folder.write("one").close();
    folder.write("two").close();

    folder.close();

    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void a_file_has_as_many_bytes_as_an_artifact_and_not_one_more() throws Exception {
    try (var folder = ReportFolder.create();
        var file = folder.write("big")) {
      file.write(new byte[Records.MAX_ARTIFACT_BYTES]);

      assertThatExceptionOfType(ReportTooLarge.class).isThrownBy(() -> file.write(0));
    }
  }
}
