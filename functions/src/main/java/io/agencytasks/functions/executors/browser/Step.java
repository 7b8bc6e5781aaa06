package io.agencytasks.functions.executors.browser;

import io.agencytasks.domain.secret.SecretName;
import java.time.Duration;
import java.util.Optional;

/** One thing that a browser is told to do. */
public sealed interface Step {

  /** What it is called. */
  Kind kind();

  /** Opens a page. */
  record Goto(String url) implements Step {
    @Override
    public Kind kind() {
      return Kind.GOTO;
    }
  }

  record Click(String selector) implements Step {
    @Override
    public Kind kind() {
      return Kind.CLICK;
    }
  }

  /** Puts a text into a field, in place of what is there. */
  record Fill(String selector, Filling with) implements Step {
    @Override
    public Kind kind() {
      return Kind.FILL;
    }
  }

  /** Chooses an option by its value or its label. */
  record Select(String selector, String value) implements Step {
    @Override
    public Kind kind() {
      return Kind.SELECT;
    }
  }

  /** Ticks a box, or takes the tick away. */
  record Check(String selector, boolean checked) implements Step {
    @Override
    public Kind kind() {
      return Kind.CHECK;
    }
  }

  /**
   * Presses a key.
   *
   * @param selector what is focused first; empty for whatever is
   */
  record Press(Optional<String> selector, String key) implements Step {
    @Override
    public Kind kind() {
      return Kind.PRESS;
    }
  }

  /**
   * Chooses a file.
   *
   * @param name what the page is told that it is called
   */
  record Upload(String selector, String name, Content content) implements Step {
    @Override
    public Kind kind() {
      return Kind.UPLOAD;
    }
  }

  record WaitFor(Awaited what) implements Step {
    @Override
    public Kind kind() {
      return Kind.WAIT_FOR;
    }
  }

  /**
   * Sees that a text comes to be shown.
   *
   * @param selector within what; empty for the whole page
   */
  record AssertText(Optional<String> selector, String text) implements Step {
    @Override
    public Kind kind() {
      return Kind.ASSERT_TEXT;
    }
  }

  /** Keeps what a page says. */
  record Extract(String name, String selector, Taken as) implements Step {
    @Override
    public Kind kind() {
      return Kind.EXTRACT;
    }
  }

  record Screenshot(Optional<String> name, boolean fullPage) implements Step {
    @Override
    public Kind kind() {
      return Kind.SCREENSHOT;
    }
  }

  /** Clicks, and keeps the file that comes of it. */
  record Download(String selector, String name) implements Step {
    @Override
    public Kind kind() {
      return Kind.DOWNLOAD;
    }
  }

  /**
   * Asks a person, and goes on with the answer.
   *
   * @param patience after which the task fails; empty for ever
   */
  record Pause(String prompt, Optional<Duration> patience) implements Step {
    @Override
    public Kind kind() {
      return Kind.PAUSE;
    }
  }

  /** What a field is filled with. */
  sealed interface Filling {
    record Text(String value) implements Filling {}

    record OfSecret(SecretName secret) implements Filling {}

    /** What the person answered to the pause. */
    record OfInput() implements Filling {}
  }

  /** What is uploaded. */
  sealed interface Content {
    record Text(String text) implements Content {}

    /** What an earlier step downloaded, by its name. */
    record OfDownload(String name) implements Content {}
  }

  /** What is waited for. */
  sealed interface Awaited {

    /** Until something is shown. */
    record Element(String selector) implements Awaited {}

    /** Until the page is at an address, in which * and ** stand for anything. */
    record Address(String pattern) implements Awaited {}

    record Time(Duration time) implements Awaited {}
  }

  /** What is kept of an element. */
  sealed interface Taken {

    /** Its text as it is shown. */
    record Text() implements Taken {}

    record Attribute(String name) implements Taken {}

    /** Its inner HTML. */
    record Html() implements Taken {}

    /** The texts of all elements that are meant, as a list. */
    record All() implements Taken {}
  }

  /** Their names. */
  enum Kind {
    GOTO("goto", false),
    CLICK("click", true),
    FILL("fill", true),
    SELECT("select", true),
    CHECK("check", true),
    PRESS("press", true),
    UPLOAD("upload", true),
    WAIT_FOR("waitFor", false),
    ASSERT_TEXT("assertText", false),
    EXTRACT("extract", false),
    SCREENSHOT("screenshot", false),
    DOWNLOAD("download", true),
    PAUSE("pause", false);

    private final String text;
    private final boolean acts;

    Kind(String text, boolean acts) {
      this.text = text;
      this.acts = acts;
    }

    /** Whether it may do something that must not be done twice. */
    public boolean acts() {
      return acts;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
