package io.agencytasks.domain.execution;

import java.util.UUID;

/** What fences a settle: only who holds the token of a running execution may write its outcome. */
public record ExecutionToken(UUID value) {}
