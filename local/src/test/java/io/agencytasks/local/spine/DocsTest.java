package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.SharedCloud;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's description, as it is served to tools and to browsers. */
@Tag("NFR-035")
class DocsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void the_description_is_the_file_of_this_project() throws Exception {
    byte[] served = get("/v1/openapi.yaml").body();

    assertThat(served).isEqualTo(Files.readAllBytes(Path.of("..", "openapi.yaml")));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/openapi.yaml, application/yaml",
    "/docs, text/html; charset=utf-8",
    "/docs/docs.css, text/css; charset=utf-8",
    "/docs/docs.js, text/javascript; charset=utf-8",
    "/docs/favicon-32x32.png, image/png",
    "/docs/swagger-ui-bundle.js, text/javascript; charset=utf-8",
    "/docs/swagger-ui.css, text/css; charset=utf-8",
  })
  void a_document_is_what_it_says_packed_for_those_who_can_unpack_and_sent_once(
      String path, String type) throws Exception {
    HttpResponse<byte[]> plain = get(path);
    HttpResponse<byte[]> packed = get(path, "accept-encoding", "br, gzip");
    HttpResponse<byte[]> again = get(path, "if-none-match", header(plain, "etag"));

    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(header(plain, "content-type")).isEqualTo(type);
    assertThat(header(plain, "content-encoding")).isEmpty();
    assertThat(header(plain, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(plain, "cache-control")).isNotEmpty();
    assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
    assertThat(header(packed, "vary")).isEqualTo("Accept-Encoding");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void the_page_may_load_nothing_foreign() throws Exception {
    assertThat(header(get("/docs"), "content-security-policy"))
        .startsWith("default-src 'self';")
        .doesNotContain("http")
        .doesNotContain("unsafe")
        .doesNotContain("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/index.html",
        "/docs/openapi.yaml",
        "/docs/logback.xml",
        "/docs/..%2Flogback.xml",
        "/docs/%2e%2e",
        "/docs/.",
        "/docs/swagger-ui-bundle.js.LICENSE.txt",
        "/docs/%00",
        "/docs/DOCS.CSS"
      })
  void what_is_no_part_of_the_page_is_not_found(String path) {
    assertThat(Caller.with("").get(path).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(SharedCloud.cloud().apiUri().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
