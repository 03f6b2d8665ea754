package org.defcore.hostile;

import static org.defcore.hostile.WireCall.TOKEN;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.defcore.http.RawServer.Talk;

/** Lengths and chunks that are wrong, and connections that break, hang or talk too much. */
final class HostileConnections {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  private final List<Behaviour> all = new ArrayList<>();

  static List<Behaviour> all() {
    HostileConnections connections = new HostileConnections();
    connections.lengths();
    connections.chunks();
    connections.breaks();
    connections.waits();
    connections.tls();
    return connections.all;
  }

  private void lengths() {
    closing("a body shorter than its length", OK + "Content-Length: 9\r\n\r\n{}");
    calm("a body longer than its length", OK + "Content-Length: 2\r\n\r\n{}{\"a\": 1}");
    closing("a negative length", OK + "Content-Length: -2\r\n\r\n{}");
    closing("a length that is no number", OK + "Content-Length: 0x2\r\n\r\n{}");
    closing("a length past all numbers", OK + "Content-Length: 99999999999999999999\r\n\r\n{}");
    closing("two lengths", OK + "Content-Length: 2\r\nContent-Length: 1\r\n\r\n{}");
    calm(
        "a length and chunks",
        CHUNKED.replace("\r\n\r\n", "\r\nContent-Length: 1\r\n\r\n") + "2\r\n{}\r\n0\r\n\r\n");
    calm("no length", OK + "\r\n{}");
    calmly(
        "a body without end",
        connection -> {
          connection.request();
          connection.send(OK + "\r\n");
          byte[] block = new byte[64 * 1024];
          while (true) {
            connection.send(block);
          }
        });
  }

  private void chunks() {
    closing("a chunk of no size", CHUNKED + "zz\r\n{}\r\n0\r\n\r\n");
    closing("a chunk of a negative size", CHUNKED + "-2\r\n{}\r\n0\r\n\r\n");
    closing("a chunk past all numbers", CHUNKED + "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n");
    closing("a chunk that is cut off", CHUNKED + "9\r\n{}");
    closing("a chunk without its end", CHUNKED + "2\r\n{}0\r\n\r\n");
    closing("chunks without the last one", CHUNKED + "2\r\n{}\r\n");
    closing("the caller's token as a chunk", CHUNKED + TOKEN + "\r\n{}\r\n0\r\n\r\n");
    endless("an extension of a chunk without end", CHUNKED + "2;", "x".repeat(1024));
    endless("trailers without end", CHUNKED + "2\r\n{}\r\n0\r\n", "X-Trailer: value\r\n");
    endless("chunks of one byte without end", CHUNKED, "1\r\n \r\n");
    closing("an encoding of the transfer that nobody knows", OK + "Transfer-Encoding: x\r\n\r\n{}");
  }

  private void breaks() {
    talk("a connection closed before a byte", connection -> connection.request());
    closing("a connection closed within the head", "HTTP/1.1 200 OK\r\nContent-");
    talk(
        "a connection reset",
        connection -> {
          connection.request();
          connection.reset();
        });
    talk(
        "a connection reset within the body",
        connection -> {
          connection.request();
          connection.send(OK + "Content-Length: 9\r\n\r\n{");
          connection.reset();
        });
    Talk twice =
        connection -> {
          for (String asked = connection.request();
              !asked.isEmpty();
              asked = connection.request()) {
            connection.send(OK + "Content-Length: 2\r\n\r\n{}" + OK + "Content-Length: 1\r\n\r\n7");
          }
        };
    all.add(
        new Behaviour(
            "connection",
            "an answer that nobody asked for before the second request",
            () -> WireCall.patient().twiceTo(twice)));
    calmly(
        "an answer before the request",
        connection -> connection.send(OK + "Content-Length: 2\r\n\r\n{}"));
  }

  private void waits() {
    talk("no answer at all", connection -> connection.hold());
    talk(
        "no end of the head",
        connection -> {
          connection.send("HTTP/1.1 200 OK\r\n");
          connection.hold();
        });
    talk(
        "one byte at a time",
        connection -> {
          connection.request();
          connection.send(OK + "Content-Length: 1000\r\n\r\n");
          while (true) {
            connection.send(" ");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          }
        });
  }

  private void tls() {
    secure("an answer without TLS", connection -> connection.send("HTTP/1.1 200 OK\r\n\r\n"));
    secure(
        "noise in place of TLS",
        connection -> connection.send("\u0016\u0003\u0003\u00ff\u00ff".repeat(9000)));
    secure("TLS that is never agreed on", connection -> connection.hold());
    secure("TLS closed at once", connection -> connection.send(""));
    secure("TLS reset at once", connection -> connection.reset());
    secure("a fatal alert", connection -> connection.send(new byte[] {21, 3, 3, 0, 2, 2, 40}));
    secure(
        "alerts without end",
        connection -> {
          while (true) {
            connection.send(new byte[] {21, 3, 3, 0, 2, 1, 90});
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
          }
        });
  }

  private void closing(String name, String answer) {
    talk(name, once(answer));
  }

  /** One that is answered at once, so that no deadline is near. */
  private void calm(String name, String answer) {
    calmly(name, once(answer));
  }

  private static Talk once(String answer) {
    return connection -> {
      connection.request();
      connection.send(answer);
    };
  }

  private void calmly(String name, Talk talk) {
    all.add(new Behaviour("connection", name, () -> WireCall.patient().to(talk)));
  }

  private void endless(String name, String before, String piece) {
    talk(
        name,
        connection -> {
          connection.request();
          connection.send(before);
          HostileHeads.repeat(connection, piece);
        });
  }

  private void talk(String name, Talk talk) {
    all.add(new Behaviour("connection", name, () -> WireCall.hasty().to(talk)));
  }

  private void secure(String name, Talk talk) {
    all.add(new Behaviour("TLS", name, () -> WireCall.hasty().overTls().to(talk)));
  }
}
