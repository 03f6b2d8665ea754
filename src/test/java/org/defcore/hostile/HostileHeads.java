package org.defcore.hostile;

import static org.defcore.hostile.WireCall.TOKEN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.defcore.http.RawServer.Connection;
import org.defcore.http.RawServer.Talk;

/** Status lines, headers and redirects. */
final class HostileHeads {

  private static final String JSON =
      "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final List<Behaviour> all = new ArrayList<>();

  static List<Behaviour> all() {
    HostileHeads heads = new HostileHeads();
    heads.statuses();
    heads.informational();
    heads.headers();
    heads.redirects();
    heads.retryAfter();
    heads.echoes();
    return heads.all;
  }

  private void statuses() {
    for (String status : List.of("000", "042", "600", "999", "99999", "-1", "2OO", "", "200 ")) {
      answer("status line `HTTP/1.1 " + status + "`", "HTTP/1.1 " + status + "\r\n" + JSON);
    }
    late("HTTP/0.9", "{}");
    answer("HTTP/3.7", "HTTP/3.7 200 OK\r\n" + JSON);
    answer("a reason of 1 MiB", "HTTP/1.1 200 " + "x".repeat(1024 * 1024) + "\r\n" + JSON);
  }

  private void informational() {
    answer("103 three times before 200", "HTTP/1.1 103 X\r\n\r\n".repeat(3) + OK + JSON);
    answer("101 without being asked", "HTTP/1.1 101 X\r\nUpgrade: h2c\r\n\r\n");
    endless("100 without end", "", "HTTP/1.1 100 X\r\n\r\n");
  }

  private void headers() {
    endless("headers without end", OK, "X-Header: value\r\n");
    answer("a header of 1 MiB", OK + "X-Header: " + "x".repeat(1024 * 1024) + "\r\n" + JSON);
    answer("400 headers of 60 KiB", OK + ("X: " + "x".repeat(60_000) + "\r\n").repeat(400) + JSON);
    answer("400 cookies", OK + "Set-Cookie: a=b; Path=/\r\n".repeat(400) + JSON);
    answer("a header without a colon", OK + "X-Header\r\n" + JSON);
    answer("a header without a name", OK + ": value\r\n" + JSON);
    answer("a header over three lines", OK + "X-Header: a\r\n b\r\n\tc\r\n" + JSON);
    answer(
        "control characters in a header",
        OK + "X-Header: \u001b[2J\rX-Evil: 1\u0000\u0007\r\n" + JSON);
    answer("a header name of control characters", OK + "\u001b[31m\u0001: 1\r\n" + JSON);
    answer("lines that end in line feeds alone", (OK + JSON).replace("\r", ""));
  }

  private void redirects() {
    for (String to :
        List.of(
            "http://127.0.0.1:1/elsewhere",
            "http://u:p@127.0.0.1:1/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "//127.0.0.1:1",
            "http://",
            "http://127.0.0.1:99999/",
            "http://under_score:1/",
            "http://[::1",
            "http://host/a b%zz",
            "%2e%2e/%00",
            "/v2/x")) {
      answer(
          "a redirect to `" + to + "`",
          "HTTP/1.1 302 X\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
    }
    answer("a redirect without a place", "HTTP/1.1 302 X\r\nContent-Length: 0\r\n\r\n");
    answer(
        "a redirect to 30 KB",
        "HTTP/1.1 302 X\r\nLocation: /" + "x".repeat(30_000) + "\r\nContent-Length: 0\r\n\r\n");
  }

  private void retryAfter() {
    for (String when :
        List.of(
            "999999999",
            "99999999999999999999",
            "-1",
            "1.5",
            "Fri, 31 Dec 9999 23:59:59 GMT",
            "Fri, 32 Dec 2026 25:61:61 GMT",
            "tomorrow")) {
      late(
          "429 and `Retry-After: " + when + "`",
          "HTTP/1.1 429 X\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nRetry-After: "
              + when
              + "\r\n"
              + JSON);
    }
  }

  private void echoes() {
    answer("the caller's token in a header", OK + "X-Echo: Bearer " + TOKEN + "\r\n" + JSON);
    answer("the caller's token as a header", OK + TOKEN + ": 1\r\n" + JSON);
    answer("the caller's token as a reason", "HTTP/1.1 500 " + TOKEN + "\r\n" + JSON);
    answer("the caller's token as a status line", TOKEN + "\r\n\r\n");
    answer("the caller's token as a status", "HTTP/1.1 " + TOKEN + " OK\r\n" + JSON);
    answer(
        "a redirect to the caller's token",
        "HTTP/1.1 302 X\r\nLocation: ftp://" + TOKEN + "/\r\nContent-Length: 0\r\n\r\n");
    answer(
        "a redirect with the caller's token",
        "HTTP/1.1 302 X\r\nLocation: /" + TOKEN + "?q=" + TOKEN + "\r\nContent-Length: 0\r\n\r\n");
  }

  private void answer(String name, String answer) {
    add(name, WireCall.patient(), always(answer));
  }

  /** One that leads to waiting. */
  private void late(String name, String answer) {
    add(name, WireCall.hasty(), always(answer));
  }

  private static Talk always(String answer) {
    return connection -> {
      for (String asked = connection.request(); !asked.isEmpty(); asked = connection.request()) {
        connection.send(answer);
      }
    };
  }

  /** Goes on for as long as anybody listens, at a pace. */
  private void endless(String name, String before, String piece) {
    add(
        name,
        WireCall.hasty(),
        connection -> {
          connection.request();
          connection.send(before);
          repeat(connection, piece);
        });
  }

  static void repeat(Connection connection, String piece) throws IOException {
    while (true) {
      connection.send(piece);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private void add(String name, WireCall call, Talk talk) {
    all.add(new Behaviour("head", name, () -> call.to(talk)));
  }
}
