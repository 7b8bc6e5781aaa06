/** Random calls on two connections at once, each answer compared with a small model's. */
@NullMarked
package io.agencytasks.local.model;

import org.jspecify.annotations.NullMarked;
