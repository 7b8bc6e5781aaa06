package io.agencytasks.functions.executors.browser;

import io.agencytasks.functions.executors.ConfigFields;

/** How large a page is shown, in pixels of CSS. */
public record Viewport(int width, int height) {
  private static final Viewport USUAL = new Viewport(1280, 800);

  static Viewport read(ConfigFields config) {
    return config
        .object("viewport")
        .map(
            fields -> {
              fields.require("width");
              fields.require("height");
              return new Viewport(
                  fields.integer("width", 320, 3840).orElse(USUAL.width),
                  fields.integer("height", 240, 2160).orElse(USUAL.height));
            })
        .orElse(USUAL);
  }
}
