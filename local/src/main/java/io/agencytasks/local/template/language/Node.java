package io.agencytasks.local.template.language;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A piece of the template that knows where it stands. */
sealed interface Node {

  Place place();

  /**
   * A single value: always text, as CloudFormation itself leaves numbers and booleans.
   *
   * @param literal whether YAML takes it for a number or a boolean, which only JSON tells apart
   */
  record Scalar(String text, boolean literal, Place place) implements Node {

    Scalar(String text, Place place) {
      this(text, false, place);
    }
  }

  record Sequence(List<Node> items, Place place) implements Node {}

  record Mapping(SequencedMap<String, Entry> entries, Place place) implements Node {

    Optional<Node> find(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /**
     * This, once every name in it is understood.
     *
     * @param what such a name is, as the start of a sentence
     */
    Mapping only(Set<String> understood, String what) {
      entries.forEach(
          (name, entry) -> {
            if (!understood.contains(name)) {
              throw entry.place().refuse(what + " " + name + " is not understood.");
            }
          });
      return this;
    }
  }

  /**
   * An intrinsic function, whether written {@code !Sub x} or {@code Fn::Sub: x}.
   *
   * @param function its long name
   */
  record Call(String function, Node argument, Place place) implements Node {

    List<Node> arguments(int least, int most) {
      var items = argument.sequence("What " + function + " takes").items();
      if (items.size() < least || items.size() > most) {
        var count = least == most ? "" + least : least + " to " + most;
        throw place.refuse(function + " takes " + count + " values, not " + items.size() + ".");
      }
      return items;
    }
  }

  /**
   * A value with the place of its key.
   *
   * @param place where the key stands, which may be lines above its value
   */
  record Entry(Place place, Node value) {}

  /** The text of a scalar; anything else is refused. */
  default String text(String subject) {
    if (this instanceof Scalar scalar) {
      return scalar.text();
    }
    throw place().refuse(subject + " must be a single value.");
  }

  /** The entries of a mapping; anything else is refused. */
  default Mapping mapping(String subject) {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    throw place().refuse(subject + " must have names with values.");
  }

  /** The items of a list; anything else is refused. */
  default Sequence sequence(String subject) {
    if (this instanceof Sequence sequence) {
      return sequence;
    }
    throw place().refuse(subject + " must be a list.");
  }

  /** A value that was given elsewhere, as it is used here. */
  default Node at(Place use) {
    return switch (this) {
      case Scalar scalar -> new Scalar(scalar.text(), scalar.literal(), use);
      case Sequence list -> new Sequence(list.items(), use);
      case Mapping _, Call _ -> this;
    };
  }
}
