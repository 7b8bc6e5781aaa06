package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says which conditions hold under the chosen parameters. */
final class Conditions {
  private final Mapping declared;
  private final Intrinsics intrinsics;
  private final Set<String> beingAsked = new HashSet<>();

  /**
   * @param intrinsics resolves what conditions compare: parameters, not resources
   */
  Conditions(Mapping declared, Intrinsics intrinsics) {
    this.declared = declared;
    this.intrinsics = intrinsics;
  }

  boolean holds(String name, Place place) {
    var condition =
        declared
            .find(name)
            .orElseThrow(() -> place.refuse("There is no condition called " + name + "."));
    if (!beingAsked.add(name)) {
      throw place.refuse("The condition " + name + " depends on itself.");
    }
    var holds = test(condition);
    beingAsked.remove(name);
    return holds;
  }

  private boolean test(Node condition) {
    if (!(condition instanceof Call call)) {
      throw condition.place().refuse("A condition must be a function, such as Fn::Equals.");
    }
    return switch (call.function()) {
      case "Condition" -> holds(call.argument().text("Condition"), call.place());
      case "Fn::Equals" -> equal(arguments(call, 2, 2));
      case "Fn::And" -> arguments(call, 2, 10).stream().allMatch(this::test);
      case "Fn::Or" -> arguments(call, 2, 10).stream().anyMatch(this::test);
      case "Fn::Not" -> !test(arguments(call, 1, 1).getFirst());
      default -> throw call.place().refuse(call.function() + " cannot decide a condition.");
    };
  }

  private boolean equal(List<Node> two) {
    return intrinsics.text(two.getFirst()).equals(intrinsics.text(two.getLast()));
  }

  private static List<Node> arguments(Call call, int least, int most) {
    var items = call.argument().sequence(call.function()).items();
    if (items.size() < least || items.size() > most) {
      var count = least == most ? "" + least : least + " to " + most;
      throw call.place().refuse(call.function() + " takes " + count + " conditions or values.");
    }
    return items;
  }
}
