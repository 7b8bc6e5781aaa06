package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What SAM adds to every resource of a kind: names are merged, lists joined, values overridden. */
final class Globals {
  private static final Map<String, String> TYPES =
      Map.of("Function", "AWS::Serverless::Function", "HttpApi", "AWS::Serverless::HttpApi");

  private final Map<String, Mapping> byType = new LinkedHashMap<>();

  Globals(Mapping section) {
    section
        .only(TYPES.keySet(), "Globals:")
        .entries()
        .forEach(
            (name, entry) -> byType.put(TYPES.get(name), entry.value().mapping("Globals." + name)));
  }

  Declaration mergedInto(Declaration resource) {
    var defaults = byType.get(resource.type());
    return defaults == null
        ? resource
        : resource.withProperties(
            merge(without(resource.ignoredGlobals(), defaults), resource.properties()));
  }

  private static Mapping without(Set<String> ignored, Mapping global) {
    var left = new LinkedHashMap<>(global.entries());
    left.keySet().removeAll(ignored);
    return new Mapping(left, global.place());
  }

  private static Mapping merge(Mapping global, Mapping local) {
    var merged = new LinkedHashMap<>(global.entries());
    local
        .entries()
        .forEach(
            (name, entry) ->
                merged.merge(
                    name,
                    entry,
                    (theirs, ours) ->
                        new Entry(ours.place(), merge(theirs.value(), ours.value()))));
    return new Mapping(merged, local.place());
  }

  /** An intrinsic on either side is a value like any other: ours stands. */
  private static Node merge(Node global, Node local) {
    if (global instanceof Mapping theirs && local instanceof Mapping ours) {
      return merge(theirs, ours);
    }
    if (global instanceof Sequence theirs && local instanceof Sequence ours) {
      return new Sequence(
          Stream.concat(theirs.items().stream(), ours.items().stream()).toList(), ours.place());
    }
    return local;
  }
}
