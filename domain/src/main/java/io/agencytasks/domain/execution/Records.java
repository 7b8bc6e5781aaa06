package io.agencytasks.domain.execution;

import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.artifact.ArtifactFile;
import io.agencytasks.domain.artifact.ArtifactKey;
import io.agencytasks.domain.artifact.ArtifactsUnavailable;
import io.agencytasks.domain.artifact.TaskFolder;
import io.agencytasks.domain.task.Unavailable;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one attempt leaves what outlasts it: lines of its log, and files that are too big for a
 * row, both settled with the attempt, whatever comes of it; and how far it is, at once. Files are
 * kept by one thread at a time.
 */
public final class Records {
  /** The most that one artifact may measure. */
  public static final int MAX_ARTIFACT_BYTES = 50 * 1024 * 1024;

  /** The most that one attempt may leave. */
  public static final int MAX_ARTIFACTS = 20;

  private static final Logger log = LoggerFactory.getLogger(Records.class);

  private static final Pattern CONTENT_TYPE = Pattern.compile("[\\x20-\\x7e]{1,200}");

  private final ClaimedExecution execution;
  private final RecordStores stores;
  private final ExecutionLog lines;
  private final Map<String, Artifact> kept = Collections.synchronizedMap(new LinkedHashMap<>());

  private volatile boolean unsure;

  public Records(ClaimedExecution execution, RecordStores stores, Clock clock) {
    this.execution = execution;
    this.stores = stores;
    this.lines = new ExecutionLog(clock);
  }

  public ExecutionLog log() {
    return lines;
  }

  /**
   * Notes how far the attempt is.
   *
   * @return false where it is no longer running: it must do nothing more
   * @throws Unavailable when it is not noted, or nobody knows
   */
  public boolean note(Progress progress) {
    return stores.steps().note(execution, progress);
  }

  /**
   * Notes the browser that somebody else runs for the attempt.
   *
   * @throws Unavailable when it is not noted, or nobody knows
   */
  public void note(BrowserSession session) {
    stores.steps().note(execution, session);
  }

  /**
   * How far the attempts before it were, the last that noted it.
   *
   * @throws Unavailable when nobody can tell just now
   */
  public Optional<Progress> before() {
    return execution.attempt() == 1 ? Optional.empty() : stores.steps().before(execution);
  }

  /**
   * Keeps a file; a second one of the same name takes the place of the first. Whether it is kept or
   * not, the log says so.
   *
   * @param name as {@link ArtifactKey} has it
   * @param contentType what others say it is; one that no header can hold counts as unknown
   * @return empty where it is too big, one too many, or cannot be kept just now
   */
  public Optional<Artifact> keep(String name, String contentType, byte[] content) {
    return keep(
        name, contentType, content.length, (k, type) -> stores.artifacts().keep(k, type, content));
  }

  /** The same of a file on disk. */
  public Optional<Artifact> keep(String name, String contentType, ArtifactFile file) {
    return keep(
        name, contentType, file.bytes(), (k, type) -> stores.artifacts().keep(k, type, file));
  }

  private Optional<Artifact> keep(
      String name, String contentType, long bytes, BiConsumer<ArtifactKey, String> keeping) {
    if (bytes > MAX_ARTIFACT_BYTES) {
      return notKept(name, "it has more than %,d bytes".formatted(MAX_ARTIFACT_BYTES));
    }
    if (kept.size() >= MAX_ARTIFACTS && !kept.containsKey(name)) {
      return notKept(name, "there are %d already".formatted(MAX_ARTIFACTS));
    }
    var type =
        CONTENT_TYPE.matcher(contentType).matches() ? contentType : "application/octet-stream";
    try {
      keeping.accept(key(name), type);
    } catch (ArtifactsUnavailable outage) {
      unsure = true;
      log.atError()
          .addKeyValue("execution", execution.token().value())
          .setCause(outage)
          .log("artifact not kept");
      return notKept(name, "storage is out of reach");
    }
    var artifact = Artifact.of(name, type, bytes);
    kept.put(name, artifact);
    lines.info("Kept %s, %,d bytes.".formatted(name, bytes));
    return Optional.of(artifact);
  }

  /**
   * What there is so far; asked by any thread, and without waiting for a file that is under way.
   */
  public Traces traces() {
    synchronized (kept) {
      return new Traces(lines.lines(), List.copyOf(kept.values()), unsure);
    }
  }

  private Optional<Artifact> notKept(String name, String why) {
    lines.warn("Did not keep %s: %s.".formatted(name, why));
    return Optional.empty();
  }

  private ArtifactKey key(String name) {
    var folder = new TaskFolder(execution.userId(), execution.taskId().value());
    return new ArtifactKey(folder, execution.token().value(), name);
  }
}
