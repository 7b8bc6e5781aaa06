package io.agencytasks.functions.executors.browser;

import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.SecretReference;
import io.agencytasks.functions.executors.UrlField;
import io.agencytasks.functions.executors.browser.Step.Awaited;
import io.agencytasks.functions.executors.browser.Step.Content;
import io.agencytasks.functions.executors.browser.Step.Filling;
import io.agencytasks.functions.executors.browser.Step.Kind;
import io.agencytasks.functions.executors.browser.Step.Taken;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for one of {@code executionConfig.steps}. */
final class StepFields {
  private static final int MAX_SELECTOR = 1_000;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_UPLOAD = 32_000;
  private static final int MAX_PROMPT = 1_000;
  private static final int MAX_PAUSE_MILLIS = 10_000;
  private static final int A_WEEK_IN_MINUTES = 7 * 24 * 60;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9:_-]{0,63}");

  /** Keys by their names, alone or together: {@code Enter}, {@code Control+a}. */
  private static final Pattern KEY = Pattern.compile("\\S{1,40}");

  /** Fields for what nobody but their owner may know, by what pages call them. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i)passw|pwd|passphrase|secret|api-?_?key|credential|\\bpin\\b");

  private final ConfigFields fields;

  private StepFields(ConfigFields fields) {
    this.fields = fields;
  }

  static Optional<Step> read(ConfigFields fields) {
    fields.require("do");
    return fields.choice("do", Kind.class).flatMap(kind -> new StepFields(fields).step(kind));
  }

  private Optional<Step> step(Kind kind) {
    return switch (kind) {
      case GOTO -> UrlField.readPage(fields).map(Step.Goto::new);
      case CLICK -> selector().map(Step.Click::new);
      case FILL -> fill();
      case SELECT -> both(selector(), text("value", MAX_TEXT), Step.Select::new);
      case CHECK -> check();
      case PRESS -> press();
      case UPLOAD -> upload();
      case WAIT_FOR -> awaited().map(Step.WaitFor::new);
      case ASSERT_TEXT -> assertText();
      case EXTRACT -> extract();
      case SCREENSHOT -> screenshot();
      case DOWNLOAD -> both(selector(), named("name", FILE), Step.Download::new);
      case PAUSE -> pause();
    };
  }

  private Optional<Step> fill() {
    var selector = selector();
    var filling = only("value", "secret", "input").flatMap(this::filling);
    if (filling.orElse(null) instanceof Filling.Text
        && selector.filter(it -> CREDENTIAL.matcher(it).find()).isPresent()) {
      fields.fault("value", SecretReference.WANTED + " in secret");
    }
    return both(selector, filling, Step.Fill::new);
  }

  private Optional<Filling> filling(String field) {
    return switch (field) {
      case "value" -> text("value", 0, MAX_TEXT).map(Filling.Text::new);
      case "secret" -> SecretReference.read("secret", fields).map(Filling.OfSecret::new);
      default -> {
        if (!fields.flag("input").orElse(true)) {
          fields.fault("input", "must be true or left out");
        }
        yield Optional.of(new Filling.OfInput());
      }
    };
  }

  private Optional<Step> check() {
    boolean checked = fields.flag("checked").orElse(true);
    return selector().map(selector -> new Step.Check(selector, checked));
  }

  private Optional<Step> press() {
    var selector = optional("selector", MAX_SELECTOR);
    var key = text("key", 40);
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      fields.fault("key", "must be the name of a key, such as Enter or Control+a");
    }
    return key.map(it -> new Step.Press(selector, it));
  }

  private Optional<Step> upload() {
    var selector = selector();
    var name = named("name", FILE);
    var content =
        only("text", "download")
            .flatMap(
                field ->
                    field.equals("text")
                        ? text("text", 0, MAX_UPLOAD).<Content>map(Content.Text::new)
                        : named("download", FILE).<Content>map(Content.OfDownload::new));
    return selector.isPresent() && name.isPresent() && content.isPresent()
        ? Optional.of(new Step.Upload(selector.get(), name.get(), content.get()))
        : Optional.empty();
  }

  private Optional<Awaited> awaited() {
    return only("selector", "url", "milliseconds")
        .flatMap(
            field ->
                switch (field) {
                  case "selector" -> selector().<Awaited>map(Awaited.Element::new);
                  case "url" -> text("url", MAX_SELECTOR).<Awaited>map(Awaited.Address::new);
                  default ->
                      fields
                          .integer("milliseconds", 1, MAX_PAUSE_MILLIS)
                          .map(Duration::ofMillis)
                          .<Awaited>map(Awaited.Time::new);
                });
  }

  private Optional<Step> assertText() {
    var selector = optional("selector", MAX_SELECTOR);
    return text("text", MAX_TEXT).map(text -> new Step.AssertText(selector, text));
  }

  /** How the types are called that {@code as} names. */
  private enum As {
    TEXT,
    ATTRIBUTE,
    HTML,
    ALL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Optional<Step> extract() {
    var name = named("name", NAME);
    var selector = selector();
    Optional<Taken> as =
        switch (fields.choice("as", As.class).orElse(As.TEXT)) {
          case TEXT -> Optional.of(new Taken.Text());
          case ATTRIBUTE -> named("attribute", ATTRIBUTE).map(Taken.Attribute::new);
          case HTML -> Optional.of(new Taken.Html());
          case ALL -> Optional.of(new Taken.All());
        };
    return name.isPresent() && selector.isPresent() && as.isPresent()
        ? Optional.of(new Step.Extract(name.get(), selector.get(), as.get()))
        : Optional.empty();
  }

  private Optional<Step> screenshot() {
    Optional<String> name =
        fields.value("name").isPresent() ? named("name", NAME) : Optional.empty();
    return Optional.of(new Step.Screenshot(name, fields.flag("fullPage").orElse(false)));
  }

  private Optional<Step> pause() {
    var patience = fields.integer("deadlineMinutes", 1, A_WEEK_IN_MINUTES).map(Duration::ofMinutes);
    return text("prompt", MAX_PROMPT).map(prompt -> new Step.Pause(prompt, patience));
  }

  private Optional<String> selector() {
    return text("selector", MAX_SELECTOR);
  }

  private Optional<String> named(String field, Pattern form) {
    var given = text(field, MAX_SELECTOR);
    if (given.isPresent() && !form.matcher(given.get()).matches()) {
      fields.fault(
          field, "must have at most 64 letters, digits and marks that a name may have, such as -");
    }
    return given.filter(it -> form.matcher(it).matches());
  }

  private Optional<String> text(String field, int max) {
    return text(field, 1, max);
  }

  private Optional<String> text(String field, int min, int max) {
    fields.require(field);
    return bounded(field, min, max);
  }

  private Optional<String> optional(String field, int max) {
    return bounded(field, 1, max);
  }

  private Optional<String> bounded(String field, int min, int max) {
    Optional<String> given = fields.text(field);
    if (given.filter(it -> it.length() < min || it.length() > max).isPresent()) {
      fields.fault(field, "must have %d to %,d characters".formatted(min, max));
    }
    return given.filter(it -> it.length() >= min && it.length() <= max);
  }

  /** The one of these that is there. */
  private Optional<String> only(String... names) {
    var given = Stream.of(names).filter(name -> fields.value(name).isPresent()).toList();
    if (given.size() != 1) {
      var all = String.join(", ", names);
      if (given.isEmpty()) {
        fields.fault(names[0], "is required, or another of " + all);
      }
      given.stream().skip(1).forEach(it -> fields.fault(it, "must be the only one of " + all));
    }
    return given.stream().findFirst();
  }

  private interface Making<A, B> {
    Step make(A one, B other);
  }

  private static <A, B> Optional<Step> both(Optional<A> one, Optional<B> other, Making<A, B> both) {
    return one.flatMap(first -> other.map(second -> both.make(first, second)));
  }
}
