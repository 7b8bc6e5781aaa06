/** What one invocation did, for its one log line. */
@NullMarked
package io.agencytasks.functions.trace;

import org.jspecify.annotations.NullMarked;
