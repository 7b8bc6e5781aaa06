@NullMarked
package io.agencytasks.local.aurora;

import org.jspecify.annotations.NullMarked;
