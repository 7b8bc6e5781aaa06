@NullMarked
package io.agencytasks.local.bus;

import org.jspecify.annotations.NullMarked;
