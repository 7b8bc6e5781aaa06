/** Secrets Manager on this machine: the calls that the functions make, and values that are safe. */
@NullMarked
package io.agencytasks.local.secretsmanager;

import org.jspecify.annotations.NullMarked;
