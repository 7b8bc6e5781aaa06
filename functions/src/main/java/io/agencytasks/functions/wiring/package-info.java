/** What is made of what: the use cases and the contexts that hold them. */
@NullMarked
package io.agencytasks.functions.wiring;

import org.jspecify.annotations.NullMarked;
