/** What reports are made of: a user's tasks, attempts and reviews in a span of time. */
@NullMarked
package io.agencytasks.domain.report;

import org.jspecify.annotations.NullMarked;
