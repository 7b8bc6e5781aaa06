/** Runs handler classes as Lambda runs them: JSON bytes in and out, a timeout, a context each. */
@NullMarked
package io.agencytasks.local.lambda;

import org.jspecify.annotations.NullMarked;
