package io.agencytasks.functions.http;

import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /v1/openapi.yaml}, and the same as a page: {@code GET /docs} (NFR-035). Asks for no
 * token and for no database.
 */
public final class DocsFunction extends HttpFunction {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  /** The page reads from here and from nowhere else, whatever the renderer may think of. */
  private static final String NOTHING_FOREIGN =
      String.join(
          "; ",
          "default-src 'self'",
          // The renderer's icons are in its style sheet.
          "img-src 'self' data:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private static final File DESCRIPTION =
      new File("openapi.yaml", "application/yaml", Map.of("Cache-Control", "no-cache"));

  private static final File PAGE =
      new File(
          "index.html",
          "text/html; charset=utf-8",
          Map.of(
              "Cache-Control", "no-cache",
              "Content-Security-Policy", NOTHING_FOREIGN,
              "Referrer-Policy", "no-referrer"));

  /** What the page consists of. Only what is named here is served. */
  private static final Map<String, File> PARTS =
      Stream.of(
              part("docs.css", STYLE),
              part("docs.js", SCRIPT),
              part("favicon-32x32.png", "image/png"),
              part("swagger-ui-bundle.js", SCRIPT),
              part("swagger-ui.css", STYLE))
          .collect(Collectors.toUnmodifiableMap(File::name, file -> file));

  private final Map<File, Document> loaded = new ConcurrentHashMap<>();

  public DocsFunction() {
    this(FunctionContext.lazy());
  }

  DocsFunction(ApplicationContext context) {
    super(context);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    return switch (request.route()) {
      case "GET /v1/openapi.yaml" -> serve(DESCRIPTION, request);
      case "GET /docs" -> serve(PAGE, request);
      default -> servePart(request);
    };
  }

  private Answer servePart(Request request) {
    var part = PARTS.get(request.pathParameter("asset"));
    return part == null
        ? Refusals.notFound("There is no such part; GET /docs is the page.")
        : serve(part, request);
  }

  private Answer serve(File file, Request request) {
    return loaded.computeIfAbsent(file, File::load).answer(request, file.headers());
  }

  private static File part(String name, String type) {
    return new File(name, type, Map.of("Cache-Control", "public, max-age=3600"));
  }

  private record File(String name, String type, Map<String, String> headers) {
    Document load() {
      return Document.load("docs/" + name, type);
    }
  }
}
