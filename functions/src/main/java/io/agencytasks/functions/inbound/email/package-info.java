/** Email as it arrives: read within limits, whoever wrote it. */
@NullMarked
package io.agencytasks.functions.inbound.email;

import org.jspecify.annotations.NullMarked;
