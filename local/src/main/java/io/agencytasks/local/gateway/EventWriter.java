package io.agencytasks.local.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.lambda.AwsAccount;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a request as the event that Lambda gets, in payload format 2.0. */
record EventWriter(AwsAccount account, Clock clock) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  String write(Request request, Routes.Match match, Authorization.Granted granted, Body.Read body) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", match.key());
    event.put("rawPath", request.path()).put("rawQueryString", request.query());
    List<String> cookies = RequestHeaders.cookies(request.headers());
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    putAll(event.putObject("headers"), RequestHeaders.joined(request));
    putUnlessEmpty(event, "queryStringParameters", QueryString.parse(request.query()));
    event.set("requestContext", context(request, match, granted));
    putUnlessEmpty(event, "pathParameters", match.parameters());
    putBody(event, request, body.bytes());
    return event.toString();
  }

  private ObjectNode context(Request request, Routes.Match match, Authorization.Granted granted) {
    Instant now = clock.instant();
    String domain = RequestHeaders.domain(request.headers());
    ObjectNode context = JSON.createObjectNode();
    context.put("accountId", account.id()).put("apiId", "local");
    granted.caller().ifPresent(caller -> context.set("authorizer", authorizer(caller)));
    context.put("domainName", domain).put("domainPrefix", domain.split("\\.", 2)[0]);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.path())
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", RequestHeaders.userAgent(request.headers()));
    context.put("requestId", request.id()).put("routeKey", match.key()).put("stage", "$default");
    context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static ObjectNode authorizer(Authorization.Caller caller) {
    ObjectNode authorizer = JSON.createObjectNode();
    ObjectNode jwt = authorizer.putObject("jwt");
    putAll(jwt.putObject("claims"), caller.claims());
    if (caller.scopes().isEmpty()) {
      jwt.putNull("scopes");
    } else {
      ArrayNode scopes = jwt.putArray("scopes");
      caller.scopes().forEach(scopes::add);
    }
    return authorizer;
  }

  private static void putBody(ObjectNode event, Request request, byte[] body) {
    boolean text = TextBody.is(request.headers().getFirst("Content-Type"), body);
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
  }

  private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      putAll(event.putObject(name), values);
    }
  }

  private static void putAll(ObjectNode object, Map<String, String> values) {
    values.forEach(object::put);
  }
}
