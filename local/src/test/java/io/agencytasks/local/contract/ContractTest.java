package io.agencytasks.local.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The judge itself: what it lets pass, and what it does not. */
class ContractTest {
  private static final String QUEUED = "{\"success\":true,\"taskId\":1,\"status\":\"queued\"}";
  private static final String UNAUTHORIZED = "{\"message\":\"Unauthorized\"}";

  @Test
  void what_is_described_passes() {
    assertThatCode(execute(202, "application/json", QUEUED)).doesNotThrowAnyException();
    assertThatCode(execute(401, "application/json", UNAUTHORIZED)).doesNotThrowAnyException();
  }

  @Test
  void what_is_no_route_passes() {
    String notFound = "{\"message\":\"Not Found\"}";

    assertThatCode(checking("GET", "/local/status", "", "", 200, "text/plain", "ok"))
        .doesNotThrowAnyException();
    assertThatCode(checking("GET", "/v1/tasks/1", "", "", 404, "application/json", notFound))
        .doesNotThrowAnyException();
  }

  @Test
  void a_status_that_is_not_described_is_noticed() {
    assertNoticed(execute(200, "application/json", QUEUED), "status is not among the responses");
  }

  @Test
  void a_content_type_that_is_not_described_is_noticed() {
    assertNoticed(execute(202, "text/html", QUEUED), "content type text/html");
    assertNoticed(execute(409, "application/json", "{}"), "content type application/json");
  }

  @Test
  void a_body_that_is_not_described_is_noticed() {
    assertNoticed(execute(202, "application/json", ""), "body");
    assertNoticed(execute(202, "application/json", "{"), "no JSON");
    assertNoticed(execute(202, "application/json", QUEUED.replace("queued", "done")), "/status");
    assertNoticed(execute(202, "application/json", "{\"success\":true,\"taskId\":1}"), "status");
    assertNoticed(execute(202, "application/json", QUEUED.replace("}", ",\"more\":1}")), "more");
  }

  @Test
  void a_problem_with_a_field_too_many_or_of_another_code_is_noticed() {
    String problem =
        """
        {"type":"about:blank","title":"Not found","status":404,"detail":"No.","code":"NOT_FOUND",
        "requestId":"r"}
        """;

    assertThatCode(execute(404, "application/problem+json", problem)).doesNotThrowAnyException();
    assertNoticed(execute(400, "application/problem+json", problem), "errors");
    assertNoticed(
        execute(404, "application/problem+json", problem.replace("\"r\"", "\"r\",\"a\":1")), "a");
  }

  @Test
  void a_header_that_is_missing_or_not_described_is_noticed() {
    var without = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    without.put("Content-Type", "application/json");
    var more = new TreeMap<>(without);
    more.put("X-Request-Id", "r");
    more.put("X-Surprise", "1");

    assertNoticed(executed(202, without), "x-request-id is missing");
    assertNoticed(executed(202, more), "X-Surprise is not described");
  }

  @Test
  void a_request_that_succeeds_although_it_is_not_described_is_noticed() {
    String list = "{\"tasks\":[],\"total\":0,\"limit\":50,\"offset\":0,\"nextCursor\":null}";

    assertThatCode(list("limit=1&status=pending&status=queued,failed", 200, list))
        .doesNotThrowAnyException();
    assertNoticed(list("limit=0", 200, list), "parameter limit");
    assertNoticed(list("limit=ten", 200, list), "parameter limit");
    assertNoticed(list("status=pending,done", 200, list), "parameter status");
    assertNoticed(list("surprise=1", 200, list), "parameter surprise");
    assertNoticed(
        checking("POST", "/v1/tasks", "", "{\"title\":\"\"}", 201, "application/json", "{}"),
        "the request's body");
    assertNoticed(
        checking("POST", "/v1/tasks", "", "", 201, "application/json", "{}"), "has no body");
  }

  private static ThrowingCallable list(String query, int status, String body) {
    return checking("GET", "/v1/tasks", query, "", status, "application/json", body);
  }

  private static ThrowingCallable execute(int status, String type, String body) {
    return checking("POST", "/v1/tasks/1/execute", "", "", status, type, body);
  }

  private static ThrowingCallable executed(int status, Map<String, String> headers) {
    return checking("POST", "/v1/tasks/1/execute", "", "", status, headers, QUEUED);
  }

  private static ThrowingCallable checking(
      String method, String path, String query, String sent, int status, String type, String body) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", type);
    if (status != 401) {
      headers.put("X-Request-Id", "r");
    }
    return checking(method, path, query, sent, status, headers, body);
  }

  private static ThrowingCallable checking(
      String method,
      String path,
      String query,
      String sent,
      int status,
      Map<String, String> headers,
      String body) {
    var exchange = new Exchange(method, path, query, Map.of(), sent, status, headers, body);
    return () -> Contract.ours().check(exchange);
  }

  private static void assertNoticed(ThrowingCallable check, String what) {
    assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(what);
  }
}
