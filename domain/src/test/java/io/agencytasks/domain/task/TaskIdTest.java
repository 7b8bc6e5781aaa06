package io.agencytasks.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdTest {

  @Test
  void every_reader_of_json_can_hold_the_largest_exactly() {
    assertThat(new TaskId((1L << 53) - 1).value()).isEqualTo(9_007_199_254_740_991L);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, 1L << 53, Long.MAX_VALUE})
  void anything_else_is_refused(long value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TaskId(value));
  }
}
