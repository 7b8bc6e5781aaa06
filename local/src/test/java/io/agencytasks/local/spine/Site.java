package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pages for browsers: with a login, a table, files, and what else there is on the web. */
final class Site implements AutoCloseable {
  private static final String LOGIN =
      """
      <h1>Log in</h1>
      <form action=/welcome method=post>
        <input id=user name=user>
        <input id=password name=password type=password>
        <button id=go>Go</button>
      </form>
      <script>console.log('the login is shown')</script>
      """;

  private static final String TABLE =
      """
      <h1>Orders</h1>
      <table><tr><td>A 1</td><td>10</td></tr><tr><td>B 2</td><td>20</td></tr></table>
      <a id=more href=/more data-id=77>More</a>
      <select id=size><option value=s>Small</option><option value=l>Large</option></select>
      <input id=agree type=checkbox>
      <a id=file href=/file download>File</a>
      <form action=/uploaded method=post enctype=multipart/form-data>
        <input id=doc name=doc type=file><button id=send>Send</button>
      </form>
      """;

  private final Target target;
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  Site() throws IOException {
    target = new Target();
    target.answering("/login", page(LOGIN));
    target.answering("/table", page(TABLE));
    target.answering("/welcome", this::remember);
    target.answering("/uploaded", this::remember);
    target.answering(
        "/file",
        exchange -> {
          byte[] bytes = "a,b\n1,2\n".getBytes(UTF_8);
          exchange.getResponseHeaders().set("content-type", "text/csv");
          exchange.getResponseHeaders().set("content-disposition", "attachment; filename=f.csv");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  /** A page that says what was sent, as careless ones do. */
  private void remember(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    bodies.add(body);
    var said = body.replace("<", "&lt;");
    page("<h1>Welcome</h1><p id=said>%s</p><script>console.log(document.getElementById('said').textContent)</script>"
            .formatted(said))
        .handle(exchange);
  }

  static HttpHandler page(String body) {
    return exchange -> {
      byte[] bytes = ("<!doctype html><title>Site</title><body>" + body).getBytes(UTF_8);
      exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  Target target() {
    return target;
  }

  String url(String path) {
    return target.uri(path).toString();
  }

  /** A page of one's own. */
  String showing(String path, String body) {
    return target.answering(path, page(body)).toString();
  }

  /** What was posted. */
  List<String> posted() {
    return List.copyOf(bodies);
  }

  @Override
  public void close() {
    target.close();
  }
}
