package io.agencytasks.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was filled in and nobody may see, wherever it shows. */
final class Typed {
  private final Set<String> selectors = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  void note(String selector, String value) {
    selectors.add(selector);
    Redaction.spellings(value).filter(it -> !it.isBlank()).forEach(values::add);
  }

  /** The fields, and every place where a page repeats it. */
  List<Locator> on(Page page) {
    var places = new ArrayList<Locator>();
    for (var frame : page.frames()) {
      selectors.forEach(selector -> places.add(frame.locator(selector)));
      values.forEach(value -> places.add(frame.getByText(value)));
    }
    return places;
  }
}
