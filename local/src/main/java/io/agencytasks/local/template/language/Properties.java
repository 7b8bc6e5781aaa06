package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Mapping;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The properties of something that runs here, by name, resolved when they are asked for. */
public final class Properties {
  private final String path;
  private final Mapping mapping;
  private final Place place;
  private final Intrinsics intrinsics;

  Properties(
      String path, Mapping mapping, Place place, Set<String> understood, Intrinsics intrinsics) {
    this.path = path;
    this.mapping = mapping.only(understood, path + ": the property");
    this.place = place;
    this.intrinsics = intrinsics;
  }

  public String text(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> find(String name) {
    return value(name).map(node -> node.text(path + "." + name));
  }

  public List<String> texts(String name) {
    return value(name)
        .map(node -> node.sequence(path + "." + name).items())
        .orElse(List.of())
        .stream()
        .map(item -> item.text("An item of " + path + "." + name))
        .toList();
  }

  public Map<String, String> textsByName(String name) {
    var texts = new LinkedHashMap<String, String>();
    value(name)
        .ifPresent(
            node ->
                node.mapping(path + "." + name)
                    .entries()
                    .forEach(
                        (key, entry) ->
                            texts.put(key, entry.value().text(path + "." + name + "." + key))));
    return texts;
  }

  /** A property that is JSON in itself, as its text. */
  public String json(String name) {
    return value(name).map(JsonText::of).orElseThrow(() -> missing(name));
  }

  public boolean flag(String name) {
    return switch (find(name).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse(name, "must be true or false.");
    };
  }

  public int number(String name, int least, int most) {
    return findNumber(name, least, most).orElseThrow(() -> missing(name));
  }

  public int number(String name, int least, int most, int byDefault) {
    return findNumber(name, least, most).orElse(byDefault);
  }

  public Duration seconds(String name, int least, int most, int byDefault) {
    return Duration.ofSeconds(number(name, least, most, byDefault));
  }

  private OptionalInt findNumber(String name, int least, int most) {
    var text = find(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    var number = text.filter(digits -> digits.matches("\\d{1,9}")).map(Integer::valueOf).orElse(-1);
    if (number < least || number > most) {
      throw refuse(
          name,
          "must be a whole number from %d to %d, not '%s'.".formatted(least, most, text.get()));
    }
    return OptionalInt.of(number);
  }

  /** As {@link #findNested}, where there must be some. */
  public Properties nested(String name, Set<String> understood) {
    return findNested(name, understood).orElseThrow(() -> missing(name));
  }

  /**
   * Opens the properties within a property.
   *
   * @param understood every property that may be given in it; another one is refused
   */
  public Optional<Properties> findNested(String name, Set<String> understood) {
    return shallow(name)
        .map(node -> node.mapping(path + "." + name))
        .map(inner -> new Properties(path + "." + name, inner, at(name), understood, intrinsics));
  }

  /** Opens the properties within each item of a list. */
  public List<Properties> items(String name, Set<String> understood) {
    return shallow(name)
        .map(node -> node.sequence(path + "." + name).items())
        .orElse(List.of())
        .stream()
        .map(item -> item.mapping("An item of " + path + "." + name))
        .map(item -> new Properties(path + "." + name, item, at(name), understood, intrinsics))
        .toList();
  }

  /** The names in a property that holds things by names of the author's choice. */
  public Set<String> names(String name) {
    return shallow(name)
        .map(node -> Set.copyOf(node.mapping(path + "." + name).entries().keySet()))
        .orElse(Set.of());
  }

  /** The events in a property, each with a type and properties of its own. */
  public List<Resource> events(String name) {
    return findNested(name, names(name)).map(Properties::asEvents).orElse(List.of());
  }

  private List<Resource> asEvents() {
    return mapping.entries().entrySet().stream()
        .map(event -> Declaration.ofEvent(path + "." + event.getKey(), event.getValue()))
        .map(event -> event.with(intrinsics))
        .toList();
  }

  /** Why a property cannot be run, at its line. */
  public TemplateRefused refuse(String name, String sentence) {
    return at(name).refuse(path + "." + name + " " + sentence);
  }

  private TemplateRefused missing(String name) {
    return place.refuse(path + ": the property " + name + " is missing.");
  }

  private Place at(String name) {
    var entry = mapping.entries().get(name);
    return entry == null ? place : entry.place();
  }

  private Optional<Node> value(String name) {
    return mapping.find(name).flatMap(intrinsics::resolve);
  }

  /** The value with what is inside it left as it is, as not all of it may be meant for here. */
  private Optional<Node> shallow(String name) {
    return mapping
        .find(name)
        .flatMap(node -> node instanceof Call ? intrinsics.resolve(node) : Optional.of(node));
  }
}
