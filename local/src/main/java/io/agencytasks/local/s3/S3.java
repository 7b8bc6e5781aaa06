package io.agencytasks.local.s3;

import io.agencytasks.local.disk.Folders;
import io.agencytasks.local.template.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * The stack's buckets, on a free port of the loopback address: each a folder, each object a file in
 * it. Requests must be signed, by a header or in a link, whose time is kept to.
 */
public final class S3 implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** Few, as only the functions of one laptop and its user come here. */
  private static final int THREADS = 60;

  /**
   * Where things are, and who may come.
   *
   * @param data made when absent
   * @param fresh deletes the data first
   * @param accessKeyId of the one who may do everything
   */
  public record Settings(Path data, boolean fresh, String accessKeyId, String secretAccessKey) {

    /** S3Proxy lists nothing of a folder that is given as seen from here. */
    public Settings {
      data = data.toAbsolutePath().normalize();
    }
  }

  private final S3Proxy server;

  private S3(S3Proxy server) {
    this.server = server;
  }

  /** Starts the service with these buckets, and with what was in them before. */
  public static S3 start(Settings settings, List<Stack.Bucket> buckets) throws IOException {
    if (settings.fresh()) {
      Folders.delete(settings.data());
    }
    for (Stack.Bucket bucket : buckets) {
      Files.createDirectories(settings.data().resolve(bucket.name()));
    }
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(settings.data().toString()))
            .awsAuthentication(
                AuthenticationType.AWS_V4, settings.accessKeyId(), settings.secretAccessKey())
            .endpoint(URI.create("http://" + LOOPBACK + ":0"))
            .jettyMaxThreads(THREADS)
            .stopTimeout(0)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("S3 cannot be started", e);
    }
    return new S3(server);
  }

  /** By its address, so that the SDK puts the bucket into the path and not before the host. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + server.getPort());
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("S3 was not stopped in order", e);
    }
  }
}
