/** Our own template, read as it is, and changed so that it must be refused. */
@NullMarked
package io.agencytasks.local.template;

import org.jspecify.annotations.NullMarked;
