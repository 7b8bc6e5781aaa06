/** SES on this machine: mail is taken and kept, and goes nowhere. */
@NullMarked
package io.agencytasks.local.ses;

import org.jspecify.annotations.NullMarked;
