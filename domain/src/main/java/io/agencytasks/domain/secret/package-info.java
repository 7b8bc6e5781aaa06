/** Secrets: what proves to other systems who calls, kept apart from the tasks that need it. */
@NullMarked
package io.agencytasks.domain.secret;

import org.jspecify.annotations.NullMarked;
