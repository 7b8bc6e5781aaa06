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

  void check(Node node) {
    switch (node) {
      case Scalar _ -> {}
      case Sequence list -> list.items().forEach(this::check);
      case Mapping mapping -> mapping.entries().values().forEach(entry -> check(entry.value()));
      case Call call -> check(call);
    }
  }

  void condition(Scalar name) {
    if (!conditions.contains(name.text())) {
      throw name.place().refuse("There is no condition called " + name.text() + ".");
    }
  }

  private void check(Call call) {
    switch (call.function()) {
      case "Ref" -> value(call.argument().text("Ref"), call.place());
      case "Condition" -> condition(new Scalar(call.argument().text("Condition"), call.place()));
      case "Fn::GetAtt" -> attribute(call.argument(), call.place());
      case "Fn::Sub" -> substitution(Substitution.of(call));
      case "Fn::If" -> branches(call.argument().sequence("What Fn::If takes"));
      default -> check(call.argument());
    }
  }

  private void substitution(Substitution substitution) {
    substitution.names().map(substitution::named).forEach(this::check);
    check(substitution.variables());
  }

  private void branches(Sequence arguments) {
    arguments.items().stream()
        .limit(1)
        .forEach(name -> condition(new Scalar(name.text("Fn::If"), name.place())));
    arguments.items().stream().skip(1).forEach(this::check);
  }

  private void attribute(Node argument, Place place) {
    switch (argument) {
      case Scalar dotted -> resource(dotted.text().split("\\.", 2)[0], place);
      case Sequence parts ->
          parts.items().stream().limit(1).forEach(id -> resource(id.text("Fn::GetAtt"), place));
      case Mapping _, Call _ -> throw place.refuse("Fn::GetAtt takes a resource and an attribute.");
    }
  }

  private void value(String name, Place place) {
    if (!values.contains(name) && !name.equals("AWS::NoValue")) {
      resource(name, place);
    }
  }

  private void resource(String name, Place place) {
    if (!resources.contains(name)) {
      throw place.refuse("Nothing here is called " + name + ".");
    }
  }
}
