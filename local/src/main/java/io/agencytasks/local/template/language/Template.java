package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template under chosen parameters: which resources there are, and what they say. */
public final class Template {
  private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");

  private final Mapping root;
  private final Map<String, Node> values;
  private final Naming naming;
  private final List<Resource> resources;

  private Template(Mapping root, Map<String, Node> values, Naming naming) {
    this.root = root;
    this.values = values;
    this.naming = naming;
    this.resources = existing();
  }

  /**
   * Reads a template and checks that all it refers to exists.
   *
   * @param parameters values for parameters that shall not have their defaults
   * @param pseudoParameters by their names, {@code AWS::Region} and so on
   * @throws TemplateRefused if it cannot be read, or says what is not understood
   */
  public static Template read(
      Path file,
      Map<String, String> parameters,
      Map<String, String> pseudoParameters,
      Naming naming) {
    var root = YamlFile.read(file).only(SECTIONS, "The section");
    if (root.find("Transform").filter(node -> node.text("Transform").equals(TRANSFORM)).isEmpty()) {
      throw root.place().refuse("The Transform must be " + TRANSFORM + ".");
    }
    var values = new HashMap<>(Parameters.values(section(root, "Parameters"), parameters));
    pseudoParameters.forEach((name, text) -> values.put(name, new Scalar(text, root.place())));
    return new Template(root, values, naming);
  }

  /** Those whose condition holds, in the template's order. */
  public List<Resource> resources() {
    return resources;
  }

  /** Why the template as a whole cannot run. */
  public TemplateRefused refuse(String sentence) {
    return root.place().refuse(sentence);
  }

  private List<Resource> existing() {
    var resources = new LinkedHashMap<String, Declaration>();
    section("Resources")
        .entries()
        .forEach((id, entry) -> resources.put(id, Declaration.ofResource(id, entry)));
    checkReferences(resources);

    var conditions = conditions();
    resources
        .values()
        .removeIf(resource -> !resource.condition().map(conditions::holds).orElse(true));
    var references = new References(values, resources, naming);
    var intrinsics = new Intrinsics(references, section("Mappings"), conditions::holds);
    var globals = new Globals(section("Globals"));
    return resources.values().stream()
        .map(globals::mergedInto)
        .map(resource -> resource.with(intrinsics))
        .toList();
  }

  private void checkReferences(Map<String, Declaration> resources) {
    var conditions = section("Conditions").entries().keySet();
    new ReferenceCheck(values.keySet(), Set.of(), conditions).check(section("Conditions"));
    var check = new ReferenceCheck(values.keySet(), resources.keySet(), conditions);
    resources.values().forEach(check::check);
    check.check(section("Globals"));
    section("Outputs")
        .entries()
        .forEach((name, entry) -> check.output(entry.value().mapping("Outputs." + name)));
  }

  /** Conditions see parameters, and neither resources nor each other's branches. */
  private Conditions conditions() {
    var parametersOnly = new References(values, Map.of(), naming);
    var intrinsics =
        new Intrinsics(
            parametersOnly,
            section("Mappings"),
            name -> {
              throw name.place().refuse("Fn::If has no place inside a condition.");
            });
    return new Conditions(section("Conditions"), intrinsics);
  }

  private Mapping section(String name) {
    return section(root, name);
  }

  private static Mapping section(Mapping root, String name) {
    return root.find(name)
        .map(node -> node.mapping("The section " + name))
        .orElseGet(() -> new Mapping(new LinkedHashMap<>(), root.place()));
  }
}
