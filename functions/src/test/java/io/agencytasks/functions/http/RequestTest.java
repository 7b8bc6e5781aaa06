package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.event;
import static io.agencytasks.functions.http.ARequest.faultyFieldsOf;
import static io.agencytasks.functions.http.ARequest.withClaims;
import static io.agencytasks.functions.http.ARequest.withId;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, and for which task. */
class RequestTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 42, 9007199254740991L})
  void a_positive_integer_below_2_to_53_names_a_task(long id) {
    assertThat(new Request(withId(Long.toString(id))).taskId().value()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "+1",
        "01",
        "1.5",
        "1e3",
        "abc",
        "",
        " 1",
        "1 ",
        "٣",
        "9007199254740992",
        "9999999999999999",
        "99999999999999999999",
        "1;drop",
        "stats"
      })
  void anything_else_names_none(String id) {
    assertThat(faultyFieldsOf(() -> new Request(withId(id)).taskId())).containsExactly("id");
  }

  @Test
  void a_path_without_an_id_names_none() {
    assertThat(faultyFieldsOf(() -> new Request(event()).taskId())).containsExactly("id");
  }

  @Test
  void the_owner_is_whom_the_token_names() {
    var claims = Map.of("sub", "alice", "email", "alice@example.com", "name", "Alice");

    assertThat(new Request(withClaims(claims)).owner())
        .isEqualTo(new Owner("alice", "alice@example.com", "Alice"));
  }

  @Test
  void claims_that_no_column_holds_are_left_out() {
    var claims = Map.of("sub", "alice", "email", "e".repeat(321), "name", "Al\u0000ice");

    assertThat(new Request(withClaims(claims)).owner()).isEqualTo(new Owner("alice", null, null));
  }

  @Test
  void a_token_without_a_subject_that_can_be_kept_is_refused() {
    assertThat(faultyFieldsOf(() -> new Request(withClaims(Map.of())).owner()))
        .containsExactly("sub");
    assertThat(
            faultyFieldsOf(() -> new Request(withClaims(Map.of("sub", "s".repeat(256)))).owner()))
        .containsExactly("sub");
  }
}
