package io.agencytasks.functions.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHttpTest {
  private final CanaryServer canary = new CanaryServer();
  private final OkHttpClient deployed =
      OutboundHttp.client(new OutboundSettings(false), Dns.SYSTEM);

  @AfterEach
  void close() throws IOException {
    canary.close();
  }

  @Test
  void the_canary_hears_a_visitor() throws IOException {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), canary.port())) {
      assertThat(canary.wasCalled()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "127.000.000.001",
        "0127.0.0.1",
        "0177.0.0.1",
        "0177.1",
        "017700000001",
        "2130706433",
        "0x7f.0.0.1",
        "0x7F.1",
        "0x7f000001",
        "0x7f.0x0.0x0.0x1",
        "0x",
        "0",
        "0.0.0.0",
        "000.000.000.000",
        "1.2.3.4.5",
        "256.256.256.256",
        "foo.0x1",
        "foo.1",
        "127.0.0.1.",
        "%31%32%37.0.0.1",
        "%6c%6f%63%61%6c%68%6f%73%74",
        "１２７.０.０.１",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "lOcAlHoSt",
        "ｌｏｃａｌｈｏｓｔ",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[0000::0001]",
        "[::ffff:127.0.0.1]",
        "[::FFFF:7F00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fd00:ec2::254]",
      })
  void no_spelling_of_a_host_leads_inside(String host) throws IOException {
    var url = "http://" + host + ":" + canary.port() + "/";
    assertThatThrownBy(() -> get(deployed, url))
        .isInstanceOfAny(UnknownHostException.class, IllegalArgumentException.class);
    assertThat(canary.wasCalled()).isFalse();
  }

  @Test
  void a_name_with_one_bad_answer_among_good_ones_is_never_dialled() throws IOException {
    Dns rebinding =
        _ -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1"));
    var client = OutboundHttp.client(new OutboundSettings(false), rebinding);
    assertThatThrownBy(() -> get(client, "http://rebinding.example:" + canary.port()))
        .isInstanceOf(AddressBlockedException.class);
    assertThat(canary.wasCalled()).isFalse();
  }

  @Test
  void a_name_is_resolved_once_and_what_was_checked_is_dialled() throws IOException {
    var asked = new AtomicInteger();
    Dns changing =
        _ -> List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "8.8.8.8"));
    var client = OutboundHttp.client(new OutboundSettings(true), changing);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    server.start();
    try {
      get(client, "http://changing.example:" + server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void the_setting_comes_from_the_environment_and_is_off_without() {
    var environment =
        new MapPropertySource("environment", Map.of("OUTBOUND_ALLOW_LOOPBACK", "true")) {
          @Override
          public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
          }
        };
    try (var laptop = ApplicationContext.builder().propertySources(environment).start();
        var deployment = ApplicationContext.builder().start()) {
      assertThat(laptop.getBean(OutboundSettings.class).allowLoopback()).isTrue();
      assertThat(deployment.getBean(OutboundSettings.class).allowLoopback()).isFalse();
      assertThat(deployment.getBean(OkHttpClient.class)).isNotNull();
    }
  }

  private static void get(OkHttpClient client, String url) throws IOException {
    client.newCall(new Request.Builder().url(url).build()).execute().close();
  }
}
