package org.defcore.hostile;

import static org.defcore.hostile.WireCall.TOKEN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.defcore.http.RawServer.Talk;

/** Bodies where JSON was asked for. */
final class HostileBodies {

  private static final int MIB = 1024 * 1024;
  private static final int SIZE = 15 * MIB;
  private static final int MANY = 4;

  private final List<Behaviour> all = new ArrayList<>();

  static List<Behaviour> all() {
    HostileBodies bodies = new HostileBodies();
    bodies.large();
    bodies.forSearches();
    bodies.small();
    bodies.encoded();
    return bodies.all;
  }

  private void large() {
    filling("15 MiB of brackets", 1, Filling.of("[", SIZE));
    filling("a string of 15 MiB, to four calls", MANY, Filling.of("\"", "x", SIZE, "\""));
    filling("2 MiB of empty objects", 1, Filling.of("[", "{},", 2 * MIB, "{}]"));
    filling("2 MiB of one field", 1, Filling.of("{", "\"a\":1,", 2 * MIB, "\"a\":1}"));
    filling("2 MiB of backslashes", 1, Filling.of("\\", 2 * MIB));
    filling("2 MiB of zeros", 1, Filling.of("[", "0,", 2 * MIB, "0]"));
    filling("100,000 levels of objects", 1, Filling.of("{\"token\":", 900_000));
    filling("a number of a million digits", 1, Filling.of("1", 1_000_000));
    filling(
        "a name of 100,000 letters and 40,000 values",
        1,
        Filling.of("{\"" + "k".repeat(100_000) + "\":[", "\"v\",", 160_000, "1]}"));
  }

  private void forSearches() {
    filling("200,000 backslashes", 1, Filling.of("\\", 200_000));
    filling("quoted names of secrets", 1, Filling.of("\\\\\\\"token\\\\\\\":\\\\\\\"", 300_000));
    filling(
        "names of secrets and blanks", 1, Filling.of("\"token\"" + " ".repeat(50) + ":", 290_000));
    filling("7,000 tokens", 1, Filling.numbered("{\"token\":\"token-", "\"},", 7000));
    filling("9,000 parameters with tokens", 1, Filling.numbered("&token=token-", "", 9000));
    filling("60,000 beginnings of addresses", 1, Filling.of("a://", 240_000));
    filling("the caller's token 7,000 times", 1, Filling.of(TOKEN, 7000 * TOKEN.length()));
    String packed =
        Base64.getEncoder().encodeToString(TOKEN.repeat(9).getBytes(StandardCharsets.UTF_8));
    filling("the caller's token in base64", 1, Filling.of(packed, 250_000));
  }

  private void small() {
    text("a huge exponent", "{\"a\": 1e999999999}");
    text("a field twice", "{\"a\": 1, \"a\": 2}");
    text("halves of surrogate pairs", "{\"\\ud800\": \"\\udc00\\udc00\"}");
    text("an escaped NUL", "{\"a\\u0000\": \"\\u0000\"}");
    text("NULs", "{\"a\": \"\0\0\"}");
    text("two documents", "{} {}");
    text("NaN", "{\"a\": NaN}");
    text("a byte order mark", "\ufeff{}");
    bytes("UTF-16", "{\"a\": 1}".getBytes(StandardCharsets.UTF_16));
    bytes("bytes that are no UTF-8", "{\"a\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));
    bytes("an overlong slash", new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
    text("nothing", "");
  }

  private void encoded() {
    answer("a gzip bomb", "Content-Encoding: gzip\r\n", bomb());
    answer("plain JSON called gzip", "Content-Encoding: gzip\r\n", ascii("{}"));
    answer("an encoding that nobody knows", "Content-Encoding: x-rot13\r\n", ascii("{}"));
    answer(
        "a character set that nobody knows",
        "Content-Type: application/json; charset=utf-99\r\n",
        ascii("{}"));
    answer(
        "JSON in EBCDIC",
        "Content-Type: application/json; charset=cp037\r\n",
        "{}".getBytes(Charset.forName("IBM037")));
  }

  /** 20 MiB of blanks in 20 KiB. */
  private static byte[] bomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] blanks = " ".repeat(MIB).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 20; i++) {
        out.write(blanks);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return packed.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void filling(String name, int together, Filling filling) {
    add(name, WireCall.patient().times(together), filling.asJson());
  }

  private void text(String name, String body) {
    bytes(name, body.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(String name, byte[] body) {
    answer(name, "Content-Type: application/json\r\n", body);
  }

  private void answer(String name, String header, byte[] body) {
    add(
        name,
        WireCall.patient(),
        connection -> {
          connection.request();
          connection.send(
              "HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n".formatted(header, body.length));
          connection.send(body);
        });
  }

  private void add(String name, WireCall call, Talk talk) {
    all.add(new Behaviour("body", name, () -> call.to(talk)));
  }
}
