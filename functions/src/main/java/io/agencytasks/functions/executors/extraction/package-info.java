/** The data_extraction executor: one page or JSON document, and what was wanted of it. */
@NullMarked
package io.agencytasks.functions.executors.extraction;

import org.jspecify.annotations.NullMarked;
