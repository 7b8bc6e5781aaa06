package io.agencytasks.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a page tells a browser to load: what is not on the public internet is not reached. */
class WhatPagesReachTest {
  private final ServerSocketChannel canary = listening();
  private final DatagramSocket udp = datagrams();
  private Pages pages;
  private Session session;
  private String here;

  @BeforeEach
  void open() throws IOException {
    var address = ownAddress();
    assumeTrue(address.isPresent(), "This machine has no address but loopback");
    here = address.orElseThrow();
    pages = new Pages();
    session = AChromium.open();
  }

  @AfterEach
  void close() throws IOException {
    if (session != null) {
      session.close();
    }
    if (pages != null) {
      pages.close();
    }
    canary.close();
    udp.close();
  }

  @Test
  void no_way_of_loading_anything_leads_inside() throws IOException {
    int port = canary.socket().getLocalPort();
    pages.put("/redirect", "http://%s:%d/redirected".formatted(here, port));
    var url = pages.put("/tries", tries());

    session.page().navigate(url);
    session.page().waitForFunction("document.title === 'tried'");

    assertThat(session.refusals()).isGreaterThanOrEqualTo(9);
    assertThat(canary.accept()).isNull();
    udp.setSoTimeout(1);
    assertThatThrownBy(() -> udp.receive(new DatagramPacket(new byte[9], 9)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void neither_a_redirect_nor_a_meta_refresh_nor_a_form_leads_to_the_metadata() {
    var metadata = "http://169.254.169.254/latest/meta-data/";
    int before = session.refusals();

    var answer = session.page().navigate(pages.put("/redirect", metadata));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(session.refusals()).isGreaterThan(before);
    session
        .page()
        .navigate(
            pages.put(
                "/refresh", "<meta http-equiv=refresh content='0;url=%s'>".formatted(metadata)));
    session.page().waitForURL(metadata);
    assertThat(session.page().content()).doesNotContain("ami-id");
    assertThatThrownBy(() -> session.page().navigate("https://169.254.169.254/"))
        .isInstanceOf(PlaywrightException.class)
        .hasMessageContaining("ERR_TUNNEL_CONNECTION_FAILED");
  }

  @Test
  void neither_files_nor_the_browsers_own_pages_are_opened_from_a_page() {
    session
        .page()
        .navigate(
            pages.put(
                "/files",
                "<iframe src=file:///etc/passwd></iframe><script>location ="
                    + " 'file:///etc/passwd'</script>"));

    session.page().waitForLoadState();

    assertThat(session.page().url()).startsWith("http://localhost");
    assertThat(session.page().frames())
        .extracting(Frame::url)
        .noneMatch(url -> url.startsWith("file:"));
  }

  @Test
  void a_web_socket_to_where_it_may_go_comes_through() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> greet(server));
      var url =
          pages.put(
              "/socket",
              "<script>new WebSocket('ws://localhost:%d/').onmessage = m => document.title = m.data</script>"
                  .formatted(server.getLocalPort()));

      session.page().navigate(url);

      session.page().waitForFunction("document.title === 'hi'");
    }
  }

  private static void greet(ServerSocket server) {
    try (var client = server.accept()) {
      var head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        head.append((char) client.getInputStream().read());
      }
      var key = head.toString().replaceAll("(?s).*Sec-WebSocket-Key: (\\S+).*", "$1");
      var digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
      client
          .getOutputStream()
          .write(
              ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      + "Sec-WebSocket-Accept: "
                      + Base64.getEncoder().encodeToString(digest)
                      + "\r\n\r\n")
                  .getBytes(ISO_8859_1));
      client.getOutputStream().write(new byte[] {(byte) 0x81, 2, 'h', 'i'});
      client.getInputStream().readAllBytes();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** A page that tries every way there is. */
  private String tries() {
    int port = canary.socket().getLocalPort();
    return """
    <script>
    const there = 'http://%s:%d';
    const heard = element => new Promise(done => { element.onload = element.onerror = done; });
    const added = (name, at) => {
      const element = document.createElement(name);
      const done = heard(element);
      Object.assign(element, at);
      document.head.append(element);
      return done;
    };
    const socket = new WebSocket('ws://%s:%d/socket');
    const source = new EventSource(there + '/source');
    const peer = new RTCPeerConnection({iceServers: [{urls: 'stun:%s:%d'}]});
    peer.createDataChannel('x');
    navigator.sendBeacon(there + '/beacon', 'x');
    window.open(there + '/popup');
    Promise.allSettled([
      fetch(there + '/fetch', {mode: 'no-cors'}),
      fetch('/redirect', {mode: 'no-cors'}),
      navigator.serviceWorker.register('/worker'),
      added('img', {src: there + '/image'}),
      added('script', {src: there + '/script'}),
      added('link', {rel: 'stylesheet', href: there + '/style'}),
      added('link', {rel: 'prefetch', href: there + '/prefetch'}),
      new Promise(done => { socket.onerror = socket.onopen = done; }),
      new Promise(done => { source.onerror = source.onopen = done; }),
      peer.createOffer().then(offer => peer.setLocalDescription(offer)),
      new Promise(done => setTimeout(done, 2000))
    ]).then(() => { document.title = 'tried'; });
    </script>
    <iframe src='http://%s:%d/frame'></iframe>
    """
        .formatted(here, port, here, port, here, udp.getLocalPort(), here, port);
  }

  private static Optional<String> ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .filter(address -> !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  private static ServerSocketChannel listening() {
    try {
      var listener = ServerSocketChannel.open().bind(new InetSocketAddress(0));
      listener.configureBlocking(false);
      return listener;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DatagramSocket datagrams() {
    try {
      return new DatagramSocket(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
