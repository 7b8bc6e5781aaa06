/** Reads template.yaml: intrinsics evaluated, defaults filled in, the unknown refused by line. */
@NullMarked
package io.agencytasks.local.template;

import org.jspecify.annotations.NullMarked;
