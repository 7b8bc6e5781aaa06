package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import io.agencytasks.local.template.language.Node.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a YAML file into nodes: the tags and the long names of intrinsics both become calls. */
final class YamlFile {
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.SEQ, Tag.MAP);

  private static final Set<Tag> LITERAL = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL);

  private final String name;

  private YamlFile(String name) {
    this.name = name;
  }

  static Mapping read(Path path) {
    var file = new YamlFile(String.valueOf(path.getFileName()));
    return file.compose(contents(path)).mapping("The template");
  }

  private static String contents(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new TemplateRefused("There is no template at " + path.toAbsolutePath() + ".");
    } catch (IOException e) {
      throw new TemplateRefused("The template " + path.toAbsolutePath() + " cannot be read: " + e);
    }
  }

  private Node compose(String yaml) {
    try {
      return new Compose(LoadSettings.builder().setLabel(name).build())
          .composeString(yaml)
          .map(this::node)
          .orElseThrow(() -> new Place(name, 1).refuse("The template is empty."));
    } catch (MarkedYamlEngineException e) {
      throw place(e.getProblemMark()).refuse("This is not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      throw new TemplateRefused(name + " is not YAML: " + e.getMessage() + ".");
    }
  }

  private Node node(org.snakeyaml.engine.v2.nodes.Node yaml) {
    var place = place(yaml.getStartMark());
    if (yaml.getAnchor().isPresent()) {
      throw place.refuse("CloudFormation knows no YAML anchors.");
    }
    if (yaml.getTag().equals(Tag.NULL)) {
      throw place.refuse("A value is missing.");
    }
    var node =
        switch (yaml) {
          case ScalarNode scalar ->
              new Scalar(scalar.getValue(), LITERAL.contains(scalar.getTag()), place);
          case SequenceNode list ->
              new Sequence(list.getValue().stream().map(this::node).toList(), place);
          case MappingNode mapping -> mapping(mapping, place);
          default -> throw place.refuse("This kind of YAML is not understood.");
        };
    var tag = yaml.getTag();
    return PLAIN.contains(tag) ? node : new Call(longName(tag.getValue(), place), node, place);
  }

  private Node mapping(MappingNode yaml, Place place) {
    var entries = new LinkedHashMap<String, Entry>();
    for (var tuple : yaml.getValue()) {
      var key = node(tuple.getKeyNode());
      var name = key.text("A name");
      if (entries.putIfAbsent(name, new Entry(key.place(), node(tuple.getValueNode()))) != null) {
        throw key.place().refuse(name + " is here twice.");
      }
    }
    var first = entries.firstEntry();
    return entries.size() == 1 && isCall(first.getKey(), first.getValue().value())
        ? new Call(first.getKey(), first.getValue().value(), place)
        : new Mapping(entries, place);
  }

  /** A condition by name is a call; the conditions of a policy statement are not. */
  private static boolean isCall(String key, Node value) {
    return key.equals("Ref")
        || key.startsWith("Fn::")
        || (key.equals("Condition") && value instanceof Scalar);
  }

  private static String longName(String tag, Place place) {
    return switch (tag) {
      case "!Ref", "!Condition" -> tag.substring(1);
      case String local when local.matches("!\\w+") -> "Fn::" + local.substring(1);
      default -> throw place.refuse("The YAML tag " + tag + " is not understood.");
    };
  }

  private Place place(Optional<Mark> mark) {
    return new Place(name, mark.map(Mark::getLine).orElse(0) + 1);
  }
}
