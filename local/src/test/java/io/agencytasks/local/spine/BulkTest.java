package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many tasks are changed alike, each as it would be alone (US-012). */
@Tag("US-012")
class BulkTest {
  private final Caller caller = Caller.somebody();

  @Test
  void each_task_is_answered_in_the_order_given_with_what_it_would_have_met_alone() {
    long open = caller.create(ATask.idle());
    long done = caller.create(ATask.idle());
    caller.patch(done, "{'status':'completed'}");
    long foreign = Caller.somebody().create(ATask.idle());

    JsonNode answer = bulk("'action':'cancel','reason':'Off'", done, foreign, open);

    HttpResponse<String> alone = caller.send("DELETE", "/v1/tasks/" + done, "");
    assertThat(answer.path("results").findValuesAsText("id"))
        .containsExactly("" + done, "" + foreign, "" + open);
    assertThat(answer.path("results").findValuesAsText("outcome"))
        .containsExactly("skipped", "not_found", "updated");
    assertThat(answer.at("/results/0/code").asText()).isEqualTo(json(alone).path("code").asText());
    assertThat(answer.at("/results/0/reason").asText())
        .isEqualTo(json(alone).path("detail").asText());
    assertThat(answer.path("updated").asInt()).isEqualTo(1);
    assertThat(answer.path("skipped").asInt()).isEqualTo(1);
    assertThat(caller.task(open).path("statusReason").asText()).isEqualTo("Off");
  }

  @Test
  void a_dry_run_tells_and_changes_nothing() {
    long id = caller.create(ATask.idle());

    JsonNode answer = bulk("'action':'status','status':'deferred','dryRun':true", id);

    assertThat(answer.path("dryRun").asBoolean()).isTrue();
    assertThat(answer.at("/results/0/outcome").asText()).isEqualTo("updated");
    assertThat(caller.task(id).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void every_action_does_what_it_says() {
    long id = caller.create(ATask.idle().awaitingReview());
    long other = caller.create(ATask.idle().awaitingReview());

    bulk("'action':'assign','assignedToBot':false", id);
    assertThat(caller.task(id).path("assignedToBot").asBoolean()).isFalse();
    bulk("'action':'tag','add':['a','b'],'remove':['c']", id);
    bulk("'action':'tag','add':['c','b'],'remove':['a']", id);
    assertThat(caller.task(id).path("tags")).hasToString("[\"b\",\"c\"]");
    bulk("'action':'approve','notes':'All fine'", id);
    assertThat(caller.task(id).path("statusReason").asText()).isEqualTo("All fine");
    bulk("'action':'reject','reason':'No'", other);
    assertThat(caller.task(other).path("statusReason").asText()).isEqualTo("Rejected: No");
    bulk("'action':'assign','assignedToBot':true", id);
    bulk("'action':'execute'", id);
    assertThat(caller.events(id).getLast().path("reason").asText()).isEqualTo("Asked to run now");
    bulk("'action':'status','status':'completed','statusReason':'By hand'", id);
    assertThat(caller.task(id).path("statusReason").asText()).isEqualTo("By hand");
  }

  @Test
  void more_tags_than_a_task_may_have_are_refused_for_that_task() {
    long id = caller.create(ATask.idle());
    bulk("'action':'tag','add':[%s]".formatted(tags(1, 20)), id);

    assertThat(bulk("'action':'tag','add':['one more']", id).at("/results/0/code").asText())
        .isEqualTo("BAD_REQUEST");
    assertThat(caller.task(id).path("tags")).hasSize(20);
  }

  @Test
  void what_is_wrong_with_the_request_is_told_at_once() {
    assertThat(faults("{'ids':[],'action':'cancel'}")).containsExactly("ids");
    assertThat(faults("{'ids':[1,1],'action':'cancel'}")).containsExactly("ids");
    assertThat(faults("{'ids':['1'],'action':'fly','x':1}"))
        .containsExactlyInAnyOrder("ids", "action", "x");
    assertThat(faults("{'ids':[1],'action':'reject'}")).containsExactly("reason");
    assertThat(faults("{'ids':[1],'action':'status','status':'done','reason':'x'}"))
        .containsExactlyInAnyOrder("status", "reason");
    assertThat(faults("{'ids':[1],'action':'tag'}")).containsExactly("add");
    assertThat(faults("{'ids':[%s],'action':'cancel'}".formatted(ids(1, 1001))))
        .containsExactly("ids");
  }

  @Test
  void a_thousand_are_changed_at_once() {
    List<Long> created =
        LongStream.range(0, 20).mapToObj(n -> caller.create(ATask.idle())).toList();
    String nobodys = ids(9_000_000_000L, 9_000_000_979L);

    JsonNode answer =
        json(
            caller.post(
                "/v1/tasks/bulk",
                "{\"ids\":[%s,%s],\"action\":\"cancel\"}"
                    .formatted(
                        nobodys,
                        created.stream().map(String::valueOf).collect(Collectors.joining(",")))));

    assertThat(answer.path("results")).hasSize(1000);
    assertThat(answer.path("updated").asInt()).isEqualTo(20);
  }

  private JsonNode bulk(String action, long... ids) {
    String all =
        LongStream.of(ids).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    HttpResponse<String> answer =
        caller.post("/v1/tasks/bulk", "{\"ids\":%s,%s}".formatted(all, action.replace('\'', '"')));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private List<String> faults(String body) {
    return UpdatingTest.fields(caller.post("/v1/tasks/bulk", body.replace('\'', '"')));
  }

  private static String ids(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private static String tags(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj("'t%d'"::formatted)
        .collect(Collectors.joining(","));
  }
}
