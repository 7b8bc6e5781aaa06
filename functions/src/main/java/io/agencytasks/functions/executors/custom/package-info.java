/** The custom executor: hands a task to an endpoint of its owner's, which does it or calls back. */
@NullMarked
package io.agencytasks.functions.executors.custom;

import org.jspecify.annotations.NullMarked;
