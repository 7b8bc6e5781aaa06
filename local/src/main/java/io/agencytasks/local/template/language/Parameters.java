package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters' values: what was given, else the default. */
final class Parameters {

  private Parameters() {}

  static Map<String, Node> values(Mapping declared, Map<String, String> given) {
    given.keySet().stream()
        .filter(name -> !declared.entries().containsKey(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw declared.place().refuse("There is no parameter " + name + " to give a value.");
            });
    var values = new LinkedHashMap<String, Node>();
    declared.entries().forEach((name, entry) -> values.put(name, value(name, entry, given)));
    return values;
  }

  private static Node value(String name, Entry entry, Map<String, String> given) {
    var parameter = Parameter.of(name, entry);
    var text = given.get(name);
    return parameter.value(text == null ? parameter.byDefault() : new Scalar(text, entry.place()));
  }
}
