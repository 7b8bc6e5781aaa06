package io.agencytasks.functions.outbound;

import java.io.IOException;
import okhttp3.Interceptor.Chain;
import okhttp3.Request;
import okhttp3.Response;

/** Whether a request has left for its server: from then on, only the answer tells what it did. */
final class Departure {
  private volatile boolean been;

  /** The same request, with this to be noted on. */
  Request of(Request request) {
    return request.newBuilder().tag(Departure.class, this).build();
  }

  /** Stands where the connection is there, and nothing is sent yet. */
  static Response note(Chain chain) throws IOException {
    var departure = chain.request().tag(Departure.class);
    if (departure != null) {
      departure.been = true;
    }
    return chain.proceed(chain.request());
  }

  boolean hasBeen() {
    return been;
  }
}
