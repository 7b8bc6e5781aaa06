/** Tests of what a list is asked for. */
@NullMarked
package io.agencytasks.domain.listing;

import org.jspecify.annotations.NullMarked;
