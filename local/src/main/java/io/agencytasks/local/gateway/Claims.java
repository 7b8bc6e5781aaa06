package io.agencytasks.local.gateway;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a token's claims in the forms that API Gateway gives them. */
final class Claims {
  private Claims() {}

  /** The scopes of {@code scope}, or else of {@code scp}: words in a string, or an array. */
  static List<String> scopes(JWTClaimsSet claims) {
    Object scope = claims.getClaim("scope");
    return switch (scope == null ? claims.getClaim("scp") : scope) {
      case String words -> Arrays.asList(words.split(" "));
      case Collection<?> several -> several.stream().map(Object::toString).toList();
      case null, default -> List.of();
    };
  }

  /** Every claim as text: an array as {@code [a b]}, an object as JSON; nulls are left out. */
  static Map<String, String> texts(JWTClaimsSet claims) {
    var texts = new TreeMap<String, String>();
    claims.toJSONObject().forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static String text(Object value) {
    return switch (value) {
      case Collection<?> several ->
          several.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> object -> json(object);
      default -> value.toString();
    };
  }

  @SuppressWarnings("unchecked") // a JSON object's names are strings
  private static String json(Map<?, ?> object) {
    return JSONObjectUtils.toJSONString((Map<String, ?>) object);
  }
}
