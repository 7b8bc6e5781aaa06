/** What people change about tasks: updates, reviews, cancelling, executing, one or many at once. */
@NullMarked
package io.agencytasks.domain.change;

import org.jspecify.annotations.NullMarked;
