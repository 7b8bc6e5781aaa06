package io.agencytasks.functions.outbound;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/**
 * Makes the one HTTP client for requests to addresses that users name.
 *
 * <p>It follows no redirect, keeps no cookie, uses no proxy (which would dial unchecked), and sets
 * no time limit but on connecting: who calls knows how long the whole may take, and cancels.
 */
@Factory
public final class OutboundHttp {
  /** How requests introduce themselves where their user says nothing else. */
  public static final String USER_AGENT = "AgencyTasks/1";

  private static final int IDLE_CONNECTIONS = 20;
  private static final int KEEP_ALIVE_SECONDS = 30;

  @Singleton
  OkHttpClient client(OutboundSettings settings) {
    return client(settings, Dns.SYSTEM);
  }

  /** The same client with name resolution of one's own; its answers are checked as any others. */
  public static OkHttpClient client(OutboundSettings settings, Dns resolver) {
    var guard = new AddressGuard(settings);
    return new OkHttpClient.Builder()
        .proxy(Proxy.NO_PROXY)
        .addInterceptor(new PlainHosts())
        .dns(host -> guard.checked(resolver.lookup(host)))
        .socketFactory(new GuardedSockets(guard))
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .build();
  }
}
