package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Creation;
import java.util.Optional;

/**
 * What a store has to say of a message.
 *
 * @param created the task that was made, if one was
 * @param resumed the task that may go on with its input, if one may
 */
public record Receiving(Receipt receipt, Optional<Creation> created, Optional<Bell> resumed) {}
