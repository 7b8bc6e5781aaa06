@NullMarked
package io.agencytasks.local.console;

import org.jspecify.annotations.NullMarked;
