package io.agencytasks.local.template.language;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A piece of the template that knows where it stands. */
sealed interface Node {

  Place place();

  /** A single value: always text, as CloudFormation itself leaves numbers and booleans. */
  record Scalar(String text, Place place) implements Node {}

  record Sequence(List<Node> items, Place place) implements Node {}

  record Mapping(SequencedMap<String, Entry> entries, Place place) implements Node {

    Optional<Node> find(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
  }

  /**
   * An intrinsic function, whether written {@code !Sub x} or {@code Fn::Sub: x}.
   *
   * @param function its long name
   */
  record Call(String function, Node argument, Place place) implements Node {}

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
}
