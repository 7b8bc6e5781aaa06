package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Text;
import java.util.regex.Pattern;

/** A place in a JSON document (RFC 6901): empty for all of it, else at most 500 characters. */
public record Pointer(String text) {
  private static final Pattern FORM = Pattern.compile("(/([^/~]|~[01])*)*", Pattern.DOTALL);

  public Pointer {
    Text.check(text, 0, 500);
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a JSON Pointer, like /order/customer/0/name");
    }
  }
}
