@NullMarked
package io.agencytasks.local.mail;

import org.jspecify.annotations.NullMarked;
