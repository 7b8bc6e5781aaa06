/** What reports of very many rows take. */
@NullMarked
package io.agencytasks.local.reports;

import org.jspecify.annotations.NullMarked;
