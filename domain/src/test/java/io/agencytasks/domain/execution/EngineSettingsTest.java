package io.agencytasks.domain.execution;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void slots_without_sense_are_refused_by_name(int slots) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EngineSettings(Duration.ofSeconds(60), Duration.ofSeconds(65), slots))
        .withMessage("EXECUTOR_SLOTS cannot be used: %d is not between 1 and 100.", slots);
  }
}
