package io.agencytasks.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutorRegistryTest {

  @Test
  void a_type_that_nobody_runs_can_be_kept_and_says_so_when_it_runs() {
    var missing = new MissingExecutor(TaskType.BROWSER_AUTOMATION);

    assertThat(new ExecutorRegistry(List.of()).of(TaskType.BROWSER_AUTOMATION)).isEqualTo(missing);
    assertThat(missing.check(new Json("{\"any\":1}"))).isEmpty();
    assertThat(new ExecutorRegistry(List.of(missing)).check(TaskType.CUSTOM, null)).isEmpty();
  }
}
