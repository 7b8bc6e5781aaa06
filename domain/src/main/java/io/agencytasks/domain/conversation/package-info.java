/** Messages that belong together, with the tasks that came of them. */
@NullMarked
package io.agencytasks.domain.conversation;

import org.jspecify.annotations.NullMarked;
