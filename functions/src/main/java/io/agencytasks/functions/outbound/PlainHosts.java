package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Refuses hosts that look like a number but are no dotted quad: {@code 0177.0.0.1} is 177.0.0.1 to
 * this platform and 127.0.0.1 to others, so that nobody can say what a user meant.
 */
final class PlainHosts implements Interceptor {
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0[xX]\\p{XDigit}*)\\.?");
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  @Override
  public Response intercept(Chain chain) throws IOException {
    check(chain.request().url().host());
    return chain.proceed(chain.request());
  }

  static void check(String host) throws AddressBlockedException {
    if (ENDS_IN_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
      throw new AddressBlockedException("not a host name or a plain IP address");
    }
  }
}
