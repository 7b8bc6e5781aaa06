@NullMarked
package io.agencytasks.local.sns;

import org.jspecify.annotations.NullMarked;
