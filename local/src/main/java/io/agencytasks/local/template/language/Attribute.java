package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import io.agencytasks.local.template.language.Node.Sequence;
import java.util.List;

/** Fn::GetAtt: {@code Resource.Attribute}, or a list of the two. */
record Attribute(String resource, String name) {

  static Attribute of(Call call) {
    var parts =
        switch (call.argument()) {
          case Scalar dotted -> List.of(dotted.text().split("\\.", 2));
          case Sequence list ->
              list.items().stream().map(item -> item.text("What Fn::GetAtt takes")).toList();
          case Mapping _, Call _ -> List.<String>of();
        };
    if (parts.size() != 2) {
      throw call.place().refuse("Fn::GetAtt takes a resource and an attribute.");
    }
    return new Attribute(parts.getFirst(), parts.getLast());
  }
}
