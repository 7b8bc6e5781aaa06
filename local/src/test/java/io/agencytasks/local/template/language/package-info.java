/** The template's language, one construct at a time. */
@NullMarked
package io.agencytasks.local.template.language;

import org.jspecify.annotations.NullMarked;
