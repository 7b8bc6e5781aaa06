/** The report_generation executor: a user's tasks, executions or reviews as one file. */
@NullMarked
package io.agencytasks.functions.executors.report;

import org.jspecify.annotations.NullMarked;
