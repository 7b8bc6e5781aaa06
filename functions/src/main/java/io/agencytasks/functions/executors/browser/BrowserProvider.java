package io.agencytasks.functions.executors.browser;

import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.SecretReference;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the browser runs. */
public sealed interface BrowserProvider {

  /** Where the executor itself does. */
  record Local() implements BrowserProvider {}

  /**
   * At an address of the Chrome DevTools Protocol, which is a secret: whoever has it may use it.
   */
  record Cdp(SecretName url) implements BrowserProvider {}

  /** At Browserbase, in a session of its own. */
  record Browserbase(SecretName apiKey, String projectId) implements BrowserProvider {}

  /** How they are called. */
  enum Kind {
    LOCAL,
    CDP,
    BROWSERBASE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Pattern PROJECT = Pattern.compile("[A-Za-z0-9-]{1,64}");

  static Optional<BrowserProvider> read(ConfigFields config) {
    Optional<ConfigFields> given = config.object("provider");
    return given.isEmpty() ? Optional.of(new Local()) : given.flatMap(BrowserProvider::of);
  }

  private static Optional<BrowserProvider> of(ConfigFields fields) {
    fields.require("kind");
    return fields
        .choice("kind", Kind.class)
        .flatMap(
            kind ->
                switch (kind) {
                  case LOCAL -> Optional.of(new Local());
                  case CDP -> SecretReference.read("url", fields).map(Cdp::new);
                  case BROWSERBASE -> browserbase(fields);
                });
  }

  private static Optional<BrowserProvider> browserbase(ConfigFields fields) {
    fields.require("projectId");
    Optional<String> project = fields.text("projectId");
    if (project.isPresent() && !PROJECT.matcher(project.get()).matches()) {
      fields.fault("projectId", "must be the id of a project: letters, digits and hyphens");
    }
    return SecretReference.read("apiKey", fields)
        .map(key -> new Browserbase(key, project.orElse("")));
  }
}
