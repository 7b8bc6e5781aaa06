/** JSON as the API speaks it and as the database gives it. */
@NullMarked
package io.agencytasks.functions.json;

import org.jspecify.annotations.NullMarked;
