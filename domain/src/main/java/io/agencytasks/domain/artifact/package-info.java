/** What executions leave behind that is too big for a row. */
@NullMarked
package io.agencytasks.domain.artifact;

import org.jspecify.annotations.NullMarked;
