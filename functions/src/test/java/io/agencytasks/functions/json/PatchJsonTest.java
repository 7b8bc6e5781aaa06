package io.agencytasks.functions.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agencytasks.domain.task.Defaults;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.Title;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A part of a task as a document: what is kept is not in it, what is cleared is null. */
class PatchJsonTest {

  static List<TaskPatch> patches() throws JsonProcessingException {
    return List.of(
        TaskPatch.NOTHING,
        Defaults.patch(),
        read(
            """
            {"title": "Call", "description": null, "task_type": "api_call", "tags": ["a", "b"],
             "execution_config": {"url": "https://example.com", "snake_case": [1.50, null]},
             "depends_on": [1, 2], "scheduled_for": "2999-01-01T00:00:00Z", "max_retries": 0}
            """));
  }

  @ParameterizedTest
  @MethodSource("patches")
  void a_patch_that_is_written_reads_the_same(TaskPatch patch) throws JsonProcessingException {
    assertThat(read(Mappers.forRows().writeValueAsString(patch))).isEqualTo(patch);
  }

  @Test
  void kept_set_and_cleared_are_three_things() throws JsonProcessingException {
    var patch =
        read(
            "{\"title\": \"Call\", \"deadline\": null, \"scheduled_for\":"
                + " \"2999-01-01T00:00:00Z\"}");

    assertThat(patch.title()).isEqualTo(new Patch.Set<>(new Title("Call")));
    assertThat(patch.deadline()).isEqualTo(new Patch.Clear<>());
    assertThat(patch.scheduledFor())
        .isEqualTo(new Patch.Set<>(Instant.parse("2999-01-01T00:00:00Z")));
    assertThat(patch.description()).isEqualTo(new Patch.Keep<>());
    assertThat(Mappers.forApi().writeValueAsString(patch))
        .isEqualTo(
            "{\"title\":\"Call\",\"scheduledFor\":\"2999-01-01T00:00:00Z\",\"deadline\":null}");
  }

  private static TaskPatch read(String json) throws JsonProcessingException {
    return Mappers.forRows().readValue(json, TaskPatch.class);
  }
}
