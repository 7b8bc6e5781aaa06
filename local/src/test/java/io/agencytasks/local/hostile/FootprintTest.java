package io.agencytasks.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That nothing was changed is only said where everything is looked at. */
class FootprintTest {

  @Test
  void every_table_is_looked_at() throws Exception {
    assertThat(Victim.somebody().footprint().tables())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Footprint.TABLES.keySet().stream(), Footprint.OTHERS.stream()).toList());
  }
}
