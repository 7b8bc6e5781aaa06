/** Task types notification and reminder: messages to several people, each sent once. */
@NullMarked
package io.agencytasks.functions.executors.notification;

import org.jspecify.annotations.NullMarked;
