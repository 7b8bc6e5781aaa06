package io.agencytasks.functions.executors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.extraction.DataExtraction;
import io.agencytasks.functions.executors.ghl.GhlExecutor;
import io.agencytasks.functions.json.Mappers;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Configurations with something changed anywhere are taken or refused, and never a surprise. */
@Timeout(60)
class MutatedConfigsTest {
  private static final int MUTATIONS = 20_000;
  private static final String PIECES =
      "[]{}()\"',:.#>+~*=|^$\\/-_ \t0123456789abcdefghijklmnopqrstuvwxyzäß\u00a0\ud83d\ude80";

  private static final List<String> EXTRACTIONS =
      List.of(
          """
          {'url': 'https://a.example/', 'fields': {'a': {'select': 'div.p > a[href^=x]:nth-child(2n+1)',
           'as': 'date', 'pattern': 'd MMMM uuuu HH:mm[:ss] XXX', 'zone': 'Europe/Berlin',
           'locale': 'de', 'attribute': 'abs:href', 'all': true}},
           'tables': {'t': {'select': 'tr:has(td):not(.x)', 'columns': {
             'n': {'select': ':contains(a)', 'as': 'number', 'decimal': ',', 'group': '.'}}}}}
          """,
          "{'url': 'https://a.example/', 'fields': {'a': {'pointer': '/a~1b/0/c~0d'}}}");

  private static final List<String> ACTIONS =
      List.of(
          """
          {'action': 'createContact', 'token': {'secretRef': 'a'}, 'locationId': {'secretRef': 'b'},
           'email': 'a@b.example', 'tags': ['x'], 'customFields': {'a': 'b'}, 'dnd': true}
          """,
          """
          {'action': 'createOpportunity', 'token': {'secretRef': 'a'}, 'locationId': {'secretRef': 'b'},
           'pipelineId': 'p', 'name': 'n', 'contactId': 'c', 'monetaryValue': 1.5, 'status': 'won'}
          """,
          """
          {'action': 'bookAppointment', 'token': {'secretRef': 'a'}, 'locationId': {'secretRef': 'b'},
           'calendarId': 'k', 'contactId': 'c', 'startTime': '2027-01-01T00:00:00Z'}
          """);

  @Test
  void extractions() {
    check(DataExtraction.class, EXTRACTIONS);
  }

  @Test
  void actions() {
    check(GhlExecutor.class, ACTIONS);
  }

  private static void check(Class<? extends TaskExecutor> type, List<String> seeds) {
    var chance = new Random(5);
    try (var context = ApplicationContext.builder().deduceEnvironment(false).start()) {
      var executor = context.getBean(type);
      for (int i = 0; i < MUTATIONS; i++) {
        var text = mutated(seeds.get(i % seeds.size()).replace('\'', '"'), chance);
        if (isJson(text)) {
          List<Fault> faults = executor.check(new Json(text));
          assertThat(faults)
              .as(text)
              .allMatch(fault -> fault.field().startsWith("executionConfig"));
          if (faults.isEmpty()) {
            assertThat(executor.timeout(new Json(text))).as(text).isPositive();
          }
        }
      }
    }
  }

  private static String mutated(String seed, Random chance) {
    var text = new StringBuilder(seed);
    for (int n = chance.nextInt(3); n >= 0; n--) {
      int at = chance.nextInt(text.length());
      switch (chance.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, piece(chance));
        default -> text.setCharAt(at, piece(chance));
      }
    }
    return text.toString();
  }

  private static char piece(Random chance) {
    return PIECES.charAt(chance.nextInt(PIECES.length()));
  }

  private static boolean isJson(String text) {
    try {
      return Mappers.forApi().readTree(text) != null;
    } catch (JsonProcessingException malformed) {
      return false;
    }
  }
}
