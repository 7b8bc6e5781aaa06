/** Lists of tasks: which, in what order, and how they come page by page. */
@NullMarked
package io.agencytasks.domain.listing;

import org.jspecify.annotations.NullMarked;
