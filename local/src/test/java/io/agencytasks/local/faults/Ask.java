package io.agencytasks.local.faults;

import java.util.List;
import java.util.Random;

/**
 * What a person asks of a task.
 *
 * @param path behind the task's own
 * @param body empty for none
 */
record Ask(String method, String path, String body) {
  private static final Ask APPROVE = new Ask("POST", "/approve", "{}");
  private static final Ask EXECUTE = new Ask("POST", "/execute", "");
  private static final Ask READ = new Ask("GET", "", "");

  /** Those that people want more often stand here more often. */
  private static final List<Ask> ALL =
      List.of(
          APPROVE,
          APPROVE,
          APPROVE,
          EXECUTE,
          EXECUTE,
          READ,
          new Ask("POST", "/reject", "{\"reason\":\"Not this one\"}"),
          new Ask("DELETE", "", ""),
          new Ask("PATCH", "", "{\"status\":\"cancelled\"}"),
          new Ask("PATCH", "", "{\"priority\":\"critical\"}"),
          new Ask("PATCH", "", "{\"requiresHumanReview\":true}"),
          new Ask("PATCH", "", "{\"requiresHumanReview\":false}"),
          new Ask("POST", "/input", "{\"input\":\"retry\"}"),
          new Ask("POST", "/input", "{\"input\":\"mark done\"}"),
          new Ask("POST", "/input", "{\"input\":\"cancel\"}"));

  static Ask draw(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
