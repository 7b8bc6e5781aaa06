package io.agencytasks.functions.executors;

import io.agencytasks.domain.secret.SecretName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The rules for {@code executionConfig.auth}. */
public final class AuthField {
  private static final String NAME = "auth";

  /** A colon would end the user name (RFC 7617). */
  private static final Pattern USERNAME = Pattern.compile("[^:\\p{Cntrl}]{0,255}");

  private AuthField() {}

  /** How the type is called that {@code auth.type} names. */
  private enum Type {
    BEARER,
    BASIC,
    HEADER,
    HMAC;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads it.
   *
   * @param headers what is sent besides, in which its own header must not be
   */
  public static Optional<Auth> read(Headers headers, ConfigFields config) {
    return config.object(NAME).flatMap(fields -> read(fields, headers));
  }

  private static Optional<Auth> read(ConfigFields fields, Headers headers) {
    fields.require("type");
    return fields
        .choice("type", Type.class)
        .flatMap(
            type ->
                switch (type) {
                  case BEARER -> secret("token", fields).map(Auth.Bearer::new);
                  case BASIC -> basic(fields);
                  case HEADER -> header(fields, headers);
                  case HMAC -> hmac(fields, headers);
                });
  }

  private static Optional<Auth> basic(ConfigFields fields) {
    var username = fields.text("username");
    fields.require("username");
    if (username.isPresent() && !USERNAME.matcher(username.get()).matches()) {
      fields.fault("username", "must have at most 255 characters, and no colon");
    }
    return secret("password", fields)
        .map(password -> new Auth.Basic(username.orElse(""), password));
  }

  private static Optional<Auth> header(ConfigFields fields, Headers headers) {
    var name = fields.text("name");
    fields.require("name");
    name.ifPresent(it -> checkHeader("name", it, fields, headers));
    return secret("value", fields).map(value -> new Auth.Header(name.orElse(""), value));
  }

  private static Optional<Auth> hmac(ConfigFields fields, Headers headers) {
    var header = fields.text("header").orElse("X-Signature");
    checkHeader("header", header, fields, headers);
    var algorithm = fields.choice("algorithm", Auth.Algorithm.class).orElse(Auth.Algorithm.SHA256);
    return secret("secret", fields).map(key -> new Auth.Hmac(header, algorithm, key));
  }

  private static Optional<SecretName> secret(String field, ConfigFields fields) {
    return SecretReference.read(field, fields);
  }

  private static void checkHeader(
      String field, String header, ConfigFields fields, Headers headers) {
    HeadersField.faultOfName(header).ifPresent(fault -> fields.fault(field, fault));
    if (headers.get(header) != null) {
      fields.fault(field, "names a header that is among headers, too");
    }
  }
}
