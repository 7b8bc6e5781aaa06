/** The whole way, from a request over HTTP to a task that has run, on the whole laptop cloud. */
@NullMarked
package io.agencytasks.local.spine;

import org.jspecify.annotations.NullMarked;
