package io.agencytasks.functions.aws;

import io.agencytasks.domain.artifact.ArtifactFile;
import io.agencytasks.domain.artifact.ArtifactKey;
import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.artifact.ArtifactsUnavailable;
import io.agencytasks.domain.artifact.TaskFolder;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Artifacts as objects of one bucket, where each task has a prefix of its own. */
@Singleton
final class S3Artifacts implements Artifacts {
  private static final Logger log = LoggerFactory.getLogger(S3Artifacts.class);

  private final S3Client s3;
  private final ArtifactSettings settings;

  S3Artifacts(S3Client s3, ArtifactSettings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  @Override
  public void keep(ArtifactKey key, String contentType, byte[] content) {
    keep(key, contentType, RequestBody.fromBytes(content));
  }

  @Override
  public void keep(ArtifactKey key, String contentType, ArtifactFile file) {
    keep(key, contentType, RequestBody.fromFile(file.path()));
  }

  private void keep(ArtifactKey key, String contentType, RequestBody content) {
    try {
      s3.putObject(
          put -> put.bucket(settings.bucket()).key(key.text()).contentType(contentType), content);
    } catch (SdkException failure) {
      throw new ArtifactsUnavailable(failure);
    }
  }

  /** Side by side, as many as there are connections: each takes two calls, or one. */
  @Override
  public Set<TaskFolder> delete(Collection<TaskFolder> tasks) {
    Set<TaskFolder> emptied = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      tasks.forEach(task -> threads.execute(() -> delete(task, emptied)));
    }
    return emptied;
  }

  private void delete(TaskFolder task, Set<TaskFolder> emptied) {
    try {
      s3.listObjectsV2Paginator(list -> list.bucket(settings.bucket()).prefix(task.prefix()))
          .forEach(this::delete);
      emptied.add(task);
    } catch (SdkException failure) {
      log.atWarn()
          .addKeyValue("task", task.taskId())
          .setCause(failure)
          .log("artifacts not deleted: the next sweep tries again");
    }
  }

  private void delete(ListObjectsV2Response page) {
    var keys =
        page.contents().stream()
            .map(object -> ObjectIdentifier.builder().key(object.key()).build())
            .toList();
    if (!keys.isEmpty()) {
      delete(keys);
    }
  }

  /** The call as such succeeds where single objects are refused. */
  private void delete(List<ObjectIdentifier> keys) {
    var answer =
        s3.deleteObjects(
            delete -> delete.bucket(settings.bucket()).delete(it -> it.objects(keys).quiet(true)));
    if (answer.hasErrors()) {
      throw SdkException.builder()
          .message("objects were not deleted: " + answer.errors().getFirst().code())
          .build();
    }
  }
}
