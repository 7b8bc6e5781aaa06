package io.agencytasks.functions.executors.apicall;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.functions.executors.ConfigFields;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The statuses that mean success.
 *
 * @param statuses from 100 to 599; none named means any 2xx
 */
record ExpectedStatus(Set<Integer> statuses) {
  private static final String NAME = "expectedStatus";

  static ExpectedStatus read(ConfigFields fields) {
    var statuses = new TreeSet<Integer>();
    fields.value(NAME).ifPresent(given -> collect(given, fields, statuses));
    return new ExpectedStatus(statuses);
  }

  private static void collect(JsonNode given, ConfigFields fields, Set<Integer> statuses) {
    if (!given.isArray()) {
      add(given, NAME, fields, statuses);
    } else if (given.isEmpty()) {
      fields.fault(NAME, "must name at least one status, or be left out for any 2xx");
    }
    for (int i = 0; given.isArray() && i < given.size(); i++) {
      add(given.get(i), NAME + "[" + i + "]", fields, statuses);
    }
  }

  private static void add(JsonNode given, String path, ConfigFields fields, Set<Integer> statuses) {
    ConfigFields.within(100, 599, given)
        .ifPresentOrElse(
            statuses::add, () -> fields.fault(path, "must be an integer from 100 to 599"));
  }

  boolean accepts(int status) {
    return statuses.isEmpty() ? status / 100 == 2 : statuses.contains(status);
  }

  /** As the end of "expected …". */
  @Override
  public String toString() {
    return statuses.isEmpty()
        ? "any 2xx"
        : statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }
}
