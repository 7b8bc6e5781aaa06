package io.agencytasks.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.SdkProperties;
import io.agencytasks.local.template.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What the functions ask of S3, asked by the SDK, which finds it by its own settings. */
class S3Test {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BUCKET = "artifacts";
  private static final String KEY = "users/1/tasks/2/executions/3/response.json";

  @TempDir private Path folder;
  private S3 s3;
  private S3Client client;
  private S3Presigner presigner;

  @BeforeEach
  void start() throws Exception {
    open(false);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    presigner.close();
    s3.close();
  }

  @Test
  void an_object_is_kept_byte_for_byte_with_its_type() {
    byte[] content = new byte[5 * 1024 * 1024];
    new Random(7).nextBytes(content);

    client.putObject(
        put -> put.bucket(BUCKET).key(KEY).contentType("image/png"),
        RequestBody.fromBytes(content));

    var head = client.headObject(it -> it.bucket(BUCKET).key(KEY));
    assertThat(head.contentLength()).isEqualTo(content.length);
    assertThat(head.contentType()).isEqualTo("image/png");
    assertThat(client.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)).asByteArray())
        .isEqualTo(content);
  }

  @Test
  void a_part_of_an_object_can_be_read() {
    put(KEY, "0123456789");

    var part = client.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).range("bytes=2-4"));

    assertThat(part.asUtf8String()).isEqualTo("234");
    assertThat(part.response().contentRange()).isEqualTo("bytes 2-4/10");
  }

  @Test
  void what_is_not_there_is_refused_as_s3_does() {
    assertThatExceptionOfType(NoSuchKeyException.class)
        .isThrownBy(() -> client.getObjectAsBytes(get -> get.bucket(BUCKET).key("nothing")));
    assertThatExceptionOfType(NoSuchBucketException.class)
        .isThrownBy(() -> client.listObjectsV2(list -> list.bucket("others")));
  }

  @Test
  void a_prefix_is_listed_page_by_page_and_deleted_and_the_rest_stays() {
    put("users/1/tasks/21/executions/1/a", "other");
    IntStream.range(0, 25).forEach(n -> put("users/1/tasks/2/executions/%d/a".formatted(n), "one"));

    var keys = list("users/1/tasks/2/");
    assertThat(keys).hasSize(25);
    client.deleteObjects(
        delete ->
            delete
                .bucket(BUCKET)
                .delete(
                    it ->
                        it.objects(
                            keys.stream()
                                .map(key -> ObjectIdentifier.builder().key(key).build())
                                .toList())));
    client.deleteObject(delete -> delete.bucket(BUCKET).key("nothing"));

    assertThat(list("users/1/tasks/2/")).isEmpty();
    assertThat(list("users/")).containsExactly("users/1/tasks/21/executions/1/a");
  }

  @Test
  void a_link_lets_its_holder_in_until_it_expires() {
    put(KEY, "{\"ok\":true}");
    URI link = link(Duration.ofSeconds(2));

    var response = get(link);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"ok\":true}");
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"response.json\"");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(get(link).statusCode()).isEqualTo(403));
  }

  @Test
  void a_link_opens_nothing_but_what_it_was_made_for() {
    put(KEY, "mine");
    put(KEY.replace("users/1/", "users/2/"), "another's");
    String link = link(Duration.ofMinutes(1)).toString();

    assertThat(get(URI.create(link.replace("users/1/", "users/2/"))).statusCode()).isEqualTo(403);
    assertThat(get(URI.create(link.replaceFirst("Expires=60", "Expires=6000"))).statusCode())
        .isEqualTo(403);
    assertThat(get(URI.create(link.substring(0, link.indexOf('?')))).statusCode()).isEqualTo(403);
    assertThat(get(s3.uri()).statusCode()).isEqualTo(403);
  }

  @Test
  void another_key_than_the_laptops_is_refused() {
    var guessed = StaticCredentialsProvider.create(AwsBasicCredentials.create("laptop", "guess"));
    try (var stranger =
        SdkProperties.during(
            settings(), () -> S3Client.builder().credentialsProvider(guessed).build())) {
      assertThatExceptionOfType(S3Exception.class)
          .isThrownBy(() -> stranger.listObjectsV2(list -> list.bucket(BUCKET)))
          .extracting(S3Exception::statusCode)
          .isEqualTo(403);
    }
  }

  @Test
  void objects_outlive_a_restart_and_go_when_a_fresh_start_is_asked_for() throws Exception {
    put(KEY, "kept");

    stop();
    open(false);
    assertThat(list("")).containsExactly(KEY);
    assertThat(client.headObject(it -> it.bucket(BUCKET).key(KEY)).contentType())
        .isEqualTo("application/json");

    stop();
    open(true);
    assertThat(list("")).isEmpty();
  }

  private void open(boolean fresh) throws Exception {
    s3 =
        S3.start(
            new S3.Settings(folder.resolve("s3"), fresh, "laptop", "laptop"),
            List.of(new Stack.Bucket(BUCKET)));
    client = SdkProperties.during(settings(), S3Client::create);
    presigner = SdkProperties.during(settings(), S3Presigner::create);
  }

  private Map<String, String> settings() {
    return Map.of(
        "aws.endpointUrlS3",
        s3.uri().toString(),
        "aws.region",
        "eu-central-1",
        "aws.accessKeyId",
        "laptop",
        "aws.secretAccessKey",
        "laptop");
  }

  private void put(String key, String content) {
    client.putObject(
        put -> put.bucket(BUCKET).key(key).contentType("application/json"),
        RequestBody.fromBytes(content.getBytes(UTF_8)));
  }

  private List<String> list(String prefix) {
    return client
        .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(prefix).maxKeys(10))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  private URI link(Duration lifetime) {
    var signed =
        presigner.presignGetObject(
            it ->
                it.signatureDuration(lifetime)
                    .getObjectRequest(
                        get ->
                            get.bucket(BUCKET)
                                .key(KEY)
                                .responseContentDisposition(
                                    "attachment; filename=\"response.json\"")));
    assertThat(signed.isBrowserExecutable()).isTrue();
    return URI.create(signed.url().toString());
  }

  private static HttpResponse<String> get(URI link) {
    try {
      return HTTP.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
