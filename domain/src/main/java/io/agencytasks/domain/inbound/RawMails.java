package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Unavailable;
import java.io.InputStream;

/** Mail as it was sent, where SES has put it. */
public interface RawMails {

  /**
   * Opens one, to be read as it comes: it may be larger than memory likes.
   *
   * @throws Unavailable when it is out of reach, or not there yet
   */
  InputStream open(String bucket, String key);
}
