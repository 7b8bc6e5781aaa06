/** What a developer may see and do at a running laptop, over HTTP under {@code /local}. */
@NullMarked
package io.agencytasks.local.console;

import org.jspecify.annotations.NullMarked;
