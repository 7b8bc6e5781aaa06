/** Tests of how attempts are run. */
@NullMarked
package io.agencytasks.domain.execution;

import org.jspecify.annotations.NullMarked;
