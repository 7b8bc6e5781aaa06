@NullMarked
package io.agencytasks.domain.inbound;

import org.jspecify.annotations.NullMarked;
