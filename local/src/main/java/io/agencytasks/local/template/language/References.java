package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks up what Ref and GetAtt name. */
final class References {
  private final Map<String, Node> values;
  private final Function<String, Optional<Declaration>> resources;
  private final Naming naming;

  /**
   * @param values of parameters and pseudo parameters, by name
   * @param resources those whose condition holds, by logical id
   */
  References(
      Map<String, Node> values, Function<String, Optional<Declaration>> resources, Naming naming) {
    this.values = values;
    this.resources = resources;
    this.naming = naming;
  }

  Node ref(String name, Place place) {
    var value = values.get(name);
    return value == null ? new Scalar(identity(name, place).ref(), place) : value;
  }

  Node attribute(String logicalId, String attribute, Place place) {
    var value = identity(logicalId, place).attributes().get(attribute);
    if (value == null) {
      throw place.refuse(
          logicalId + " has no attribute " + attribute + " that is known on a laptop.");
    }
    return new Scalar(value, place);
  }

  private Identity identity(String logicalId, Place place) {
    var resource =
        resources
            .apply(logicalId)
            .orElseThrow(() -> place.refuse(logicalId + " does not exist under these parameters."));
    return naming
        .identity(resource.type(), logicalId)
        .orElseThrow(
            () ->
                place.refuse(
                    logicalId + " is of type " + resource.type() + ": nothing on a laptop is."));
  }
}
