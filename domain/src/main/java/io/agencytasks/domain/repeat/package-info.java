/** Requests that may reach us twice, and must do their work once. */
@NullMarked
package io.agencytasks.domain.repeat;

import org.jspecify.annotations.NullMarked;
