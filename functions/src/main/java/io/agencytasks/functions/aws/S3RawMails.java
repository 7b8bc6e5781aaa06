package io.agencytasks.functions.aws;

import io.agencytasks.domain.inbound.RawMails;
import io.agencytasks.domain.task.Unavailable;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Mail as objects of the bucket that SES writes into. */
@Singleton
final class S3RawMails implements RawMails {
  private final S3Client s3;

  S3RawMails(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public InputStream open(String bucket, String key) {
    try {
      return s3.getObject(get -> get.bucket(bucket).key(key));
    } catch (SdkException failure) {
      throw new Unavailable("The mail is out of reach.", Duration.ofMinutes(1), failure);
    }
  }
}
