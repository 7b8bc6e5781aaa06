package io.agencytasks.domain.template;

/** How a wish to keep a template ended. */
public sealed interface Saving {

  record Saved(Template template) implements Saving {}

  /** Another template of the same user is called so already. */
  record NameTaken() implements Saving {}

  record NotFound() implements Saving {}

  /** It is another version than the one that the change was meant for. */
  record Stale(int version) implements Saving {}
}
