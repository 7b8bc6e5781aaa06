/** Requests that nobody means well with: refused whole, and nothing is changed by them. */
@NullMarked
package io.agencytasks.local.hostile;

import org.jspecify.annotations.NullMarked;
