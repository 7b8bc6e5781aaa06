package io.agencytasks.functions.aws;

import io.agencytasks.domain.artifact.ArtifactsUnavailable;
import io.agencytasks.domain.artifact.MessageFile;
import io.agencytasks.domain.artifact.MessageFiles;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Files of messages as objects of the artifacts' bucket, beside what their owner's tasks leave. */
@Singleton
final class S3MessageFiles implements MessageFiles {
  private static final Pattern CONTENT_TYPE = Pattern.compile("[\\x20-\\x7e]{1,200}");

  private final S3Client s3;
  private final ArtifactSettings settings;

  S3MessageFiles(S3Client s3, ArtifactSettings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  @Override
  public MessageFile keep(long userId, String name, String contentType, byte[] content) {
    var type =
        CONTENT_TYPE.matcher(contentType).matches() ? contentType : "application/octet-stream";
    var file = MessageFile.of(name, type, content.length, sha256(content));
    try {
      s3.putObject(
          put -> put.bucket(settings.bucket()).key(file.key(userId)).contentType(type),
          RequestBody.fromBytes(content));
      return file;
    } catch (SdkException failure) {
      throw new ArtifactsUnavailable(failure);
    }
  }

  @Override
  public byte[] read(long userId, MessageFile file) {
    try {
      return s3.getObjectAsBytes(get -> get.bucket(settings.bucket()).key(file.key(userId)))
          .asByteArray();
    } catch (SdkException failure) {
      throw new ArtifactsUnavailable(failure);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
