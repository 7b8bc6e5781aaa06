package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as people ask for them: in a query string. */
@Tag("US-002")
@Tag("AC-002")
class ListingOverHttpTest {
  private final Caller caller = Caller.somebody();
  private final ATask task = ATask.idle();

  @Test
  @Tag("FR-003.4")
  @Tag("FR-003.10")
  @Tag("FR-003.15")
  @Tag("FR-003.16")
  void text_is_found_as_it_was_written() {
    long found =
        caller.create(task.with("title", "100% of Müller & Söhne").with("category", "a+b c"));
    caller.create(task.with("title", "1000 of Müllers").with("category", "a b+c"));
    Caller.somebody().create(task.with("title", "100% of Müller & Söhne"));

    assertThat(ids(list("search=" + encoded("müller 100%")))).containsExactly(found);
    assertThat(ids(list("category=a%2Bb+c"))).containsExactly(found);
    assertThat(ids(list("category=a%2Bb%20c"))).containsExactly(found);
    assertThat(list("search=m%C3%BCller").path("total").asInt()).isEqualTo(2);
  }

  @Test
  @Tag("FR-003.1")
  @Tag("FR-003.2")
  void several_statuses_can_be_asked_for_in_either_way() {
    long pending = caller.create(task);
    long queued = caller.create(task);
    caller.post("/v1/tasks/%d/execute".formatted(queued), "");

    assertThat(ids(list("status=queued"))).containsExactly(queued);
    assertThat(ids(list("status=queued&status=pending"))).containsExactly(queued, pending);
    assertThat(ids(list("status=pending,queued"))).containsExactly(queued, pending);
    assertThat(ids(list("status=failed"))).isEmpty();
  }

  @Test
  @Tag("FR-003.11")
  @Tag("FR-003.12")
  @Tag("FR-003.13")
  void cursors_lead_through_a_list_in_its_order() {
    long late = caller.create(task.with("deadline", "2030-01-02T00:00:00Z"));
    long never = caller.create(task);
    long early = caller.create(task.with("deadline", "2030-01-01T00:00:00+01:00"));
    List<Long> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = list("sortBy=deadline&sortOrder=asc&limit=1" + cursor);
      seen.addAll(ids(page));
      assertThat(page.path("total").asInt()).isEqualTo(3);
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asText();
    } while (!cursor.isEmpty());

    assertThat(seen).containsExactly(early, late, never);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=done", "search=", "sortBy=title", "tag=%ff", "colour=red"})
  void what_cannot_be_meant_is_refused(String query) {
    assertThat(caller.get("/v1/tasks?" + query).statusCode()).isEqualTo(400);
  }

  private JsonNode list(String query) {
    var answer = caller.get("/v1/tasks?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }

  private static List<Long> ids(JsonNode list) {
    return list.path("tasks").valueStream().map(it -> it.path("id").asLong()).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
