/** What people are written, without sending it. */
@NullMarked
package io.agencytasks.domain.notification;

import org.jspecify.annotations.NullMarked;
