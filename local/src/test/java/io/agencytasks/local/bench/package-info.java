/**
 * The benchmark: what the laptop takes, and what of it is the database's. Not part of the tests.
 */
@NullMarked
package io.agencytasks.local.bench;

import org.jspecify.annotations.NullMarked;
