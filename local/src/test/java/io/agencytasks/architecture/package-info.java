/**
 * Holds the code of all modules against the house's rules, and the functions' zip against theirs.
 */
@NullMarked
package io.agencytasks.architecture;

import org.jspecify.annotations.NullMarked;
