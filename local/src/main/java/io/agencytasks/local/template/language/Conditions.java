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
   * Takes the template's section.
   *
   * @param intrinsics resolves what conditions compare: parameters, not resources
   */
  Conditions(Mapping declared, Intrinsics intrinsics) {
    this.declared = declared;
    this.intrinsics = intrinsics;
  }

  /** Whether the condition of this name holds; there must be one. */
  boolean holds(Node name) {
    var text = name.text("The name of a condition");
    var condition = declared.find(text).orElseThrow();
    if (!beingAsked.add(text)) {
      throw name.place().refuse("The condition " + text + " depends on itself.");
    }
    var holds = test(condition);
    beingAsked.remove(text);
    return holds;
  }

  private boolean test(Node condition) {
    if (!(condition instanceof Call call)) {
      throw condition.place().refuse("A condition must be a function, such as Fn::Equals.");
    }
    return switch (call.function()) {
      case "Condition" -> holds(call.argument());
      case "Fn::Equals" -> equal(call.arguments(2, 2));
      case "Fn::And" -> call.arguments(2, 10).stream().allMatch(this::test);
      case "Fn::Or" -> call.arguments(2, 10).stream().anyMatch(this::test);
      case "Fn::Not" -> !test(call.arguments(1, 1).getFirst());
      default -> throw call.place().refuse(call.function() + " cannot decide a condition.");
    };
  }

  private boolean equal(List<Node> two) {
    return intrinsics.text(two.getFirst()).equals(intrinsics.text(two.getLast()));
  }
}
