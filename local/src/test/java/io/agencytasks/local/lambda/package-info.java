/** Handlers of every kind, invoked. */
@NullMarked
package io.agencytasks.local.lambda;

import org.jspecify.annotations.NullMarked;
