package io.agencytasks.local.template.language;

/** Where in the template something stands; lines count from 1. */
record Place(String file, int line) {

  TemplateRefused refuse(String sentence) {
    return new TemplateRefused(file + ", line " + line + ": " + sentence);
  }
}
