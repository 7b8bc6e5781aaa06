package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Scalar;
import java.util.Map;

/**
 * Looks up what Ref and GetAtt name.
 *
 * @param values of parameters and pseudo parameters, by name
 * @param resources those that exist under the chosen parameters, by logical id
 */
record References(Map<String, Node> values, Map<String, Declaration> resources, Naming naming) {

  Node ref(String name, Place place) {
    var value = values.get(name);
    return value == null ? new Scalar(identity(name, place).ref(), place) : value.at(place);
  }

  Node attribute(Attribute attribute, Place place) {
    var value = identity(attribute.resource(), place).attributes().get(attribute.name());
    if (value == null) {
      throw place.refuse(
          attribute.resource() + " has no attribute " + attribute.name() + " on a laptop.");
    }
    return new Scalar(value, place);
  }

  private Identity identity(String logicalId, Place place) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      throw place.refuse(logicalId + " does not exist under these parameters.");
    }
    var type = resource.type();
    return naming
        .identity(type, logicalId)
        .orElseThrow(
            () ->
                place.refuse(
                    "%s has no name on a laptop, which leaves out %s: %s."
                        .formatted(logicalId, type, naming.absence(type))));
  }
}
