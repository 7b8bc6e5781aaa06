/** Why tasks wait, without a database. */
@NullMarked
package io.agencytasks.domain.readiness;

import org.jspecify.annotations.NullMarked;
