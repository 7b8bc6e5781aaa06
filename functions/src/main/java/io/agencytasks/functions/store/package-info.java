/** The SQL: one class for each statement, its text beside the method that runs it. */
@NullMarked
package io.agencytasks.functions.store;

import org.jspecify.annotations.NullMarked;
