package io.agencytasks.functions.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agencytasks.functions.outbound.Head.Field;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One connection of a client to the proxy, for one request or one tunnel. What is behind it is
 * dialled by the guard's dialer alone.
 */
final class ProxyConnection {
  private static final int HEAD_PATIENCE_MILLIS = 30_000;
  private static final int HTTP = 80;
  private static final Field CLOSE = new Field("connection", "close");
  private static final Field UPGRADE = new Field("connection", "upgrade");
  private static final Field WEB_SOCKET = new Field("upgrade", "websocket");

  private static final Pattern REQUEST_LINE =
      Pattern.compile("(?<method>[A-Z]{1,20}) (?<target>[\\x21-\\x7e]+) HTTP/1\\.[01]");
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i:http)://(?<authority>[^/?#]+)(?<path>/[^#]*)?");
  private static final Pattern INTERIM = Pattern.compile("HTTP/1\\.1 1(?!01)\\d\\d\\b.*");

  private final Socket client;
  private final FilteringProxy proxy;

  ProxyConnection(Socket client, FilteringProxy proxy) {
    this.client = client;
    this.proxy = proxy;
  }

  void serve() throws IOException {
    client.setSoTimeout(HEAD_PATIENCE_MILLIS);
    var in = new BufferedInputStream(client.getInputStream());
    try {
      var head = Head.read(in);
      if (mayAsk(head)) {
        pass(head, in);
      } else {
        answer(
            "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"tasks\"\r\n");
      }
    } catch (ProtocolException malformed) {
      answer("400 Bad Request", "");
    }
  }

  private boolean mayAsk(Head head) {
    byte[] wanted = proxy.credential().header().getBytes(US_ASCII);
    return head.all("proxy-authorization")
        .anyMatch(given -> MessageDigest.isEqual(wanted, given.getBytes(ISO_8859_1)));
  }

  private void pass(Head head, InputStream in) throws IOException {
    var line = REQUEST_LINE.matcher(head.first());
    if (!line.matches()) {
      throw new ProtocolException("no request line");
    }
    var to = line.group("target");
    if (line.group("method").equals("CONNECT")) {
      try (var server = dial(Target.of(to, 0).orElseThrow(ProxyConnection::nowhere))) {
        client.getOutputStream().write(bytes("HTTP/1.1 200 Connection established\r\n\r\n"));
        tunnel(server, in);
      } catch (NotDialled answered) {
        answer(answered.status, "");
      }
    } else {
      forward(line.group("method"), to, head, in);
    }
  }

  /** The body, if any, follows as it comes; one request a connection, so none can be misled. */
  private void forward(String method, String url, Head head, InputStream in) throws IOException {
    var parts = ABSOLUTE.matcher(url);
    if (!parts.matches()) {
      throw nowhere();
    }
    var authority = parts.group("authority");
    var path = parts.group("path") == null ? "/" : parts.group("path");
    var host = new Field("host", authority);
    var own = head.upgrades() ? List.of(host, UPGRADE, WEB_SOCKET) : List.of(host, CLOSE);
    try (var server = dial(Target.of(authority, HTTP).orElseThrow(ProxyConnection::nowhere))) {
      server.getOutputStream().write(head.next(method + " " + path + " HTTP/1.1", own).bytes());
      var tunnel = new Tunnel(client, server, proxy::carried);
      tunnel.fromClient(in);
      var back = new BufferedInputStream(server.getInputStream());
      answerOf(server, back);
      tunnel.fromServer(back);
    } catch (NotDialled answered) {
      answer(answered.status, "");
    }
  }

  /** Passes the head of the answer on, so that the client asks nothing more on this connection. */
  private void answerOf(Socket server, InputStream back) throws IOException {
    server.setSoTimeout(FilteringProxy.ANSWER_PATIENCE_MILLIS);
    var head = Head.read(back);
    while (INTERIM.matcher(head.first()).matches()) {
      client.getOutputStream().write(head.bytes());
      head = Head.read(back);
    }
    var own = head.upgrades() ? List.of(UPGRADE, WEB_SOCKET) : List.of(CLOSE);
    client.getOutputStream().write(head.next(head.first(), own).bytes());
  }

  private void tunnel(Socket server, InputStream in) throws IOException {
    var tunnel = new Tunnel(client, server, proxy::carried);
    tunnel.fromClient(in);
    tunnel.fromServer(server.getInputStream());
  }

  private Socket dial(Target target) throws NotDialled {
    try {
      return proxy.dial(target);
    } catch (AddressBlockedException blocked) {
      throw new NotDialled("403 Forbidden");
    } catch (IOException failed) {
      throw new NotDialled("502 Bad Gateway");
    }
  }

  private void answer(String status, String field) throws IOException {
    client
        .getOutputStream()
        .write(
            bytes(
                """
                HTTP/1.1 %s\r
                %sConnection: close\r
                Content-Type: text/plain\r
                Content-Length: %d\r
                \r
                %s\
                """
                    .formatted(status, field, status.length(), status)));
    client.shutdownOutput();
  }

  private static byte[] bytes(String head) {
    return head.getBytes(US_ASCII);
  }

  private static ProtocolException nowhere() {
    return new ProtocolException("no host and port");
  }

  /** There is no connection, for which the client gets this status. */
  private static final class NotDialled extends IOException {
    private static final long serialVersionUID = 1;

    private final String status;

    NotDialled(String status) {
      this.status = status;
    }
  }
}
