@NullMarked
package io.agencytasks.domain.webhook;

import org.jspecify.annotations.NullMarked;
