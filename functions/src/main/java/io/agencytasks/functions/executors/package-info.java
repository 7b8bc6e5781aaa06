/** What does the work of each task type, and the strict reading of their configurations. */
@NullMarked
package io.agencytasks.functions.executors;

import org.jspecify.annotations.NullMarked;
