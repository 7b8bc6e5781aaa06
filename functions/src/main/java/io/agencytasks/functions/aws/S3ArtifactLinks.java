package io.agencytasks.functions.aws;

import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.artifact.ArtifactKey;
import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.MessageFile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/**
 * Links as presigned URLs: made without a call, and good for no longer than the credentials that
 * they are signed with. A browser saves what is behind them and shows none of it: it is others'.
 */
@Singleton
final class S3ArtifactLinks implements ArtifactLinks {
  private final S3Presigner presigner;
  private final ArtifactSettings settings;

  S3ArtifactLinks(S3Presigner presigner, ArtifactSettings settings) {
    this.presigner = presigner;
    this.settings = settings;
  }

  @Override
  public Artifact link(ArtifactKey key, Artifact artifact) {
    var signed = signed(key.text(), key.name());
    return artifact.at(URI.create(signed.url().toString()), signed.expiration());
  }

  @Override
  public MessageFile link(long userId, MessageFile file) {
    var signed = signed(file.key(userId), file.name());
    return file.at(URI.create(signed.url().toString()), signed.expiration());
  }

  private PresignedGetObjectRequest signed(String key, String name) {
    var request =
        GetObjectRequest.builder()
            .bucket(settings.bucket())
            .key(key)
            .responseContentDisposition("attachment; filename=\"%s\"".formatted(name))
            .build();
    return presigner.presignGetObject(
        it ->
            it.getObjectRequest(request)
                .signatureDuration(Duration.ofSeconds(settings.linkSeconds())));
  }
}
