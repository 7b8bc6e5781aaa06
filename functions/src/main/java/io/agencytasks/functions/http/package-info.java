/** An endpoint each: decode, one use case, answer; and what is done once around them. */
@NullMarked
package io.agencytasks.functions.http;

import org.jspecify.annotations.NullMarked;
