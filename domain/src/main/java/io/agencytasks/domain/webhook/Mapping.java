package io.agencytasks.domain.webhook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a message the parts of its task are.
 *
 * @param id what tells messages apart, where the way of proving does not
 * @param sender who it is from
 * @param conversation what messages have in common that belong together; else their sender
 * @param metadata by the names that they shall have in the task's metadata
 * @param executionConfig by the names of fields of the configuration, which they are put over
 */
public record Mapping(
    @Nullable Pointer id,
    @Nullable Pointer sender,
    @Nullable Pointer conversation,
    @Nullable Pointer title,
    @Nullable Pointer description,
    @Nullable Pointer priority,
    @Nullable Pointer urgency,
    @Nullable Pointer scheduledFor,
    @Nullable Pointer deadline,
    Map<String, Pointer> metadata,
    Map<String, Pointer> executionConfig) {

  /** Takes nothing out of messages. */
  public static final Mapping NONE =
      new Mapping(null, null, null, null, null, null, null, null, null, Map.of(), Map.of());
}
