package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Mapping;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final List<Resource> resources;

  private Template(Mapping root, List<Resource> resources) {
    this.root = root;
    this.resources = resources;
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
    var root = YamlFile.read(file);
    checkSections(root);
    var values = new HashMap<>(Parameters.values(section(root, "Parameters"), parameters));
    pseudoParameters.forEach((name, text) -> values.put(name, new Node.Scalar(text, root.place())));
    var declared = declarations(root);
    checkReferences(root, declared, values.keySet());

    var mappings = section(root, "Mappings");
    var parametersOnly = new References(values, id -> Optional.empty(), naming);
    var conditions =
        new Conditions(
            section(root, "Conditions"),
            new Intrinsics(
                parametersOnly,
                mappings,
                (name, place) -> {
                  throw place.refuse("Fn::If has no place inside a condition.");
                }));
    declared
        .values()
        .removeIf(
            resource ->
                resource
                    .condition()
                    .filter(name -> !conditions.holds(name.text(), name.place()))
                    .isPresent());
    var references = new References(values, id -> Optional.ofNullable(declared.get(id)), naming);
    var intrinsics = new Intrinsics(references, mappings, conditions::holds);
    var globals = new Globals(section(root, "Globals"));
    return new Template(
        root,
        declared.values().stream()
            .map(globals::mergedInto)
            .map(resource -> resource.with(intrinsics))
            .toList());
  }

  /** Those whose condition holds, in the template's order. */
  public List<Resource> resources() {
    return resources;
  }

  /** Why the template as a whole cannot run. */
  public TemplateRefused refuse(String sentence) {
    return root.place().refuse(sentence);
  }

  private static void checkSections(Mapping root) {
    root.entries()
        .forEach(
            (name, entry) -> {
              if (!SECTIONS.contains(name)) {
                throw entry.place().refuse("The section " + name + " is not understood.");
              }
            });
    if (root.find("Transform").filter(node -> node.text("Transform").equals(TRANSFORM)).isEmpty()) {
      throw root.place().refuse("The Transform must be " + TRANSFORM + ".");
    }
  }

  private static Map<String, Declaration> declarations(Mapping root) {
    var declared = new LinkedHashMap<String, Declaration>();
    section(root, "Resources")
        .entries()
        .forEach((id, entry) -> declared.put(id, Declaration.of(id, entry)));
    return declared;
  }

  private static void checkReferences(
      Mapping root, Map<String, Declaration> declared, Set<String> values) {
    var conditions = section(root, "Conditions").entries().keySet();
    new ReferenceCheck(values, Set.of(), conditions).check(section(root, "Conditions"));
    var check = new ReferenceCheck(values, declared.keySet(), conditions);
    List.of("Globals", "Resources", "Outputs").forEach(name -> check.check(section(root, name)));
    declared.values().forEach(resource -> resource.condition().ifPresent(check::condition));
  }

  private static Mapping section(Mapping root, String name) {
    return root.find(name)
        .map(node -> node.mapping(name))
        .orElseGet(() -> new Mapping(new LinkedHashMap<>(), root.place()));
  }
}
