package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a task waits for may be changed, but never so that it waits for itself. */
@Tag("US-009")
class DependenciesByUpdateTest {
  private final Caller caller = Caller.somebody();
  private final long a = caller.create(ATask.idle());
  private final long b = caller.create(ATask.idle().after(a));
  private final long c = caller.create(ATask.idle().after(b));

  @Test
  void edges_are_replaced_and_the_blocker_follows() {
    long d = caller.create(ATask.idle());

    JsonNode changed = json(caller.patch(c, "{'dependsOn':[%d,%d]}".formatted(a, d)));

    assertThat(changed.path("dependsOn")).hasToString("[%d,%d]".formatted(a, d));
    assertThat(changed.path("blockedBy").asLong()).isEqualTo(a);
    assertThat(caller.task(c).path("dependsOn")).isEqualTo(changed.path("dependsOn"));
    assertThat(caller.events(c).getLast().at("/changes/dependsOn"))
        .hasToString("{\"after\":[%d,%d],\"before\":[%d]}".formatted(a, d, b));
    assertThat(json(caller.patch(c, "{'dependsOn':[]}")).path("blockedBy").isNull()).isTrue();
  }

  @Test
  void a_circle_is_refused_with_its_path() {
    assertThat(fault(caller.patch(a, "{'dependsOn':[%d]}".formatted(c))))
        .endsWith("%d → %d → %d → %d".formatted(a, c, b, a));
    assertThat(fault(caller.patch(a, "{'dependsOn':[%d]}".formatted(a))))
        .endsWith("%d → %d".formatted(a, a));
    assertThat(caller.task(a).path("dependsOn")).isEmpty();
  }

  @Test
  void what_is_not_there_is_named() {
    long foreign = Caller.somebody().create(ATask.idle());
    long cancelled = caller.create(ATask.idle());
    caller.send("DELETE", "/v1/tasks/" + cancelled, "");

    HttpResponse<String> refused =
        caller.patch(a, "{'dependsOn':[%d,%d,9007199254740990]}".formatted(foreign, cancelled));

    assertThat(UpdatingTest.fields(refused)).hasSize(3).containsOnly("dependsOn");
  }

  @Test
  void what_depends_on_it_already_may_be_cancelled_and_stay() {
    caller.send("DELETE", "/v1/tasks/" + a, "");

    assertThat(caller.patch(b, "{'dependsOn':[%d]}".formatted(a)).statusCode()).isEqualTo(200);
    assertThat(json(caller.patch(b, "{'onDependencyFailure':'run'}")).path("blockedBy").isNull())
        .isTrue();
  }

  private static String fault(HttpResponse<String> refused) {
    assertThat(UpdatingTest.fields(refused)).containsExactly("dependsOn");
    return json(refused).at("/errors/0/message").asText();
  }
}
