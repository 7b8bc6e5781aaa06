package io.agencytasks.functions.executors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The rules for {@code executionConfig.headers}. */
public final class HeadersField {
  private static final String NAME = "headers";
  private static final int MAX_HEADERS = 50;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  /** What the sender must say itself, so that nobody can smuggle a second request or host. */
  private static final Set<String> SENDERS_OWN =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Headers that are there to carry a credential, by the names that services give them. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)authorization|(.+-)?api-?(key|token|secret)"
              + "|(.+-)?(access|auth|private|secret|security|session|subscription|vault)-?(key|token)"
              + "|(.+-)?(secret|password|credentials?)");

  private HeadersField() {}

  public static Headers read(ConfigFields fields) {
    var headers = new Headers.Builder();
    fields.value(NAME).ifPresent(given -> collect(given, fields, headers));
    return headers.build();
  }

  private static void collect(JsonNode given, ConfigFields fields, Headers.Builder headers) {
    if (!given.isObject()) {
      fields.fault(NAME, "must be an object of strings");
    } else if (given.size() > MAX_HEADERS) {
      fields.fault(NAME, "must have at most " + MAX_HEADERS + " entries");
    }
    given.properties().forEach(entry -> add(entry.getKey(), entry.getValue(), fields, headers));
  }

  private static void add(
      String name, JsonNode value, ConfigFields fields, Headers.Builder headers) {
    String path = NAME + "." + name;
    Optional<String> fault = faultOfName(name);
    if (fault.isPresent()) {
      fields.fault(path, fault.get());
    } else if (CREDENTIAL.matcher(name).matches()) {
      fields.fault(path, SecretReference.WANTED + " in auth");
    } else if (headers.get(name) != null) {
      fields.fault(path, "is there twice; case makes no difference");
    } else if (!value.isTextual() || !isValue(value.textValue())) {
      fields.fault(path, "must be a string of printable ASCII characters");
    } else {
      headers.add(name, value.textValue());
    }
  }

  /** Why no header may have this name, as the end of "This field …". */
  public static Optional<String> faultOfName(String name) {
    if (!TOKEN.matcher(name).matches()) {
      return Optional.of("must be named with letters, digits and hyphens, at most 100");
    }
    return SENDERS_OWN.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.of("is set by the sender itself and must be left out")
        : Optional.empty();
  }

  /** Whether a header can say this. */
  public static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }
}
