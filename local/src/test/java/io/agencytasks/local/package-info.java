@NullMarked
package io.agencytasks.local;

import org.jspecify.annotations.NullMarked;
