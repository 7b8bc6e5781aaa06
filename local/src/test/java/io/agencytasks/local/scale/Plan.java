package io.agencytasks.local.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Postgres went about a statement.
 *
 * @param millis that it took, without planning
 * @param pages that it read, those of its functions and triggers included
 * @param nodes all its steps
 */
record Plan(double millis, long pages, List<Node> nodes, String text) {
  private static final Set<String> BIG = Set.of("agency_tasks", "task_executions", "task_events");
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A step.
   *
   * @param table that it reads, or empty
   * @param index that it reads, or empty
   * @param rows that it read, whether they were wanted or not
   */
  record Node(String type, String table, String index, long rows) {
    static Node of(JsonNode json) {
      long each =
          json.path("Actual Rows").asLong()
              + json.path("Rows Removed by Filter").asLong()
              + json.path("Rows Removed by Index Recheck").asLong();
      return new Node(
          json.path("Node Type").asText(),
          json.path("Relation Name").asText(),
          json.path("Index Name").asText(),
          each * json.path("Actual Loops").asLong());
    }
  }

  /** What {@code explain (analyze, format json)} answered with. */
  static Plan of(String explained) {
    try {
      JsonNode top = JSON.readTree(explained).path(0);
      return new Plan(
          top.path("Execution Time").asDouble(),
          top.at("/Plan/Shared Hit Blocks").asLong() + top.at("/Plan/Shared Read Blocks").asLong(),
          walk(top.path("Plan")).map(Node::of).toList(),
          top.path("Plan").toPrettyString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(explained, e);
    }
  }

  /** Tables with millions of rows that are read from end to end, be it only in theory. */
  List<String> sequentialScans() {
    return nodes.stream()
        .filter(node -> node.type().equals("Seq Scan") && BIG.contains(node.table()))
        .map(Node::table)
        .toList();
  }

  Set<String> indexes() {
    return nodes.stream()
        .filter(node -> node.rows() > 0 || node.type().startsWith("Bitmap"))
        .map(Node::index)
        .filter(index -> !index.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many rows it read of the big tables, be it from the table or from its index alone. */
  long rowsRead() {
    return nodes.stream().filter(node -> BIG.contains(node.table())).mapToLong(Node::rows).sum();
  }

  /** How many it read from the tables themselves, which costs a page of memory or disk each. */
  long rowsFetched() {
    return nodes.stream()
        .filter(node -> BIG.contains(node.table()) && !node.type().equals("Index Only Scan"))
        .mapToLong(Node::rows)
        .sum();
  }

  private static Stream<JsonNode> walk(JsonNode node) {
    return Stream.concat(Stream.of(node), node.path("Plans").valueStream().flatMap(Plan::walk));
  }
}
