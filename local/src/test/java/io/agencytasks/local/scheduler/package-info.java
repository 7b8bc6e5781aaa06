@NullMarked
package io.agencytasks.local.scheduler;

import org.jspecify.annotations.NullMarked;
