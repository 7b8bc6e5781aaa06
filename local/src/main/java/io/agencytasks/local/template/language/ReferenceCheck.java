package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import io.agencytasks.local.template.language.Node.Sequence;
import java.util.Set;

/**
 * Refuses names that nothing declares, also in what a laptop does not run.
 *
 * @param values parameters and pseudo parameters
 * @param resources their logical ids
 */
record ReferenceCheck(Set<String> values, Set<String> resources, Set<String> conditions) {

  void check(Declaration resource) {
    resource.condition().ifPresent(this::condition);
    resource.dependsOn().forEach(other -> resource(other.text("DependsOn"), other.place()));
    check(resource.properties());
  }

  void output(Mapping output) {
    output.find("Condition").ifPresent(this::condition);
    check(output);
  }

  void check(Node node) {
    switch (node) {
      case Scalar _ -> {}
      case Sequence list -> list.items().forEach(this::check);
      case Mapping mapping -> mapping.entries().values().forEach(entry -> check(entry.value()));
      case Call call -> check(call);
    }
  }

  private void check(Call call) {
    switch (call.function()) {
      case "Ref" -> value(call.argument().text("Ref"), call.place());
      case "Condition" -> condition(call.argument());
      case "Fn::GetAtt" -> resource(Attribute.of(call).resource(), call.place());
      case "Fn::Sub" -> substitution(Substitution.of(call));
      case "Fn::If" -> branches(call);
      default -> check(call.argument());
    }
  }

  private void substitution(Substitution substitution) {
    substitution.names().map(substitution::named).forEach(this::check);
    check(substitution.variables());
  }

  private void branches(Call call) {
    var arguments = call.arguments(3, 3);
    condition(arguments.getFirst());
    arguments.stream().skip(1).forEach(this::check);
  }

  private void condition(Node name) {
    var text = name.text("The name of a condition");
    if (!conditions.contains(text)) {
      throw name.place().refuse("There is no condition called " + text + ".");
    }
  }

  private void value(String name, Place place) {
    if (!values.contains(name) && !name.equals("AWS::NoValue")) {
      resource(name, place);
    }
  }

  private void resource(String name, Place place) {
    if (!resources.contains(name)) {
      throw place.refuse("Nothing that could be meant here is called " + name + ".");
    }
  }
}
