/** Telling people outside: by mail, by text message, and the owners of tasks of how those went. */
@NullMarked
package io.agencytasks.domain.notification;

import org.jspecify.annotations.NullMarked;
