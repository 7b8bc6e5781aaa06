package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All who come in the same moment are served, over no more connections than a database bears. */
class AThousandUsersTest {
  private static final int USERS = 1_000;
  private static final int MOST_CONNECTIONS = 50;

  @Test
  @Tag("NFR-011")
  @Tag("NFR-012")
  void each_creates_a_task_and_finds_it_and_no_other() throws Exception {
    List<JsonNode> found = Together.times(USERS, AThousandUsersTest::createAndList);

    assertThat(found).hasSize(USERS).allMatch(list -> list.path("total").asInt() == 1);
    assertThat(found.stream().map(list -> list.at("/tasks/0/id").asLong()).distinct())
        .hasSize(USERS);
    assertThat(connections()).isBetween(1, MOST_CONNECTIONS);
  }

  private static JsonNode createAndList() {
    Caller user = Caller.somebody();
    long id = user.create(ATask.idle());
    JsonNode list = Caller.json(user.get("/v1/tasks"));
    assertThat(list.at("/tasks/0/id").asLong()).isEqualTo(id);
    return list;
  }

  /** Those of the functions' role: none is closed while the pool is in use. */
  private static int connections() throws Exception {
    return Integer.parseInt(
        new Rows(SharedCloud.cloud().superuser())
            .of("select count(*) from pg_stat_activity where usename = 'agency_tasks_app'")
            .getFirst());
  }
}
