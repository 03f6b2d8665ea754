package org.defcore.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWriterTest {

  private final StringWriter screen = new StringWriter();
  private final PrintWriter plain = PlainWriter.over(new PrintWriter(screen));

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x90, 0x9B, 0x9F, 0x061C, 0x200E,
        0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xFFFE, 0xFFFF
      })
  void holdsBackWhatDoesNotShow(int code) {
    plain.print("a" + Character.toString(code) + "b");

    assertThat(screen).hasToString("a\ufffdb");
  }

  @Test
  void passesTextOfEveryScript() {
    String text = "ä\tпривет שלום 中文 \uD83D\uDE00 “q” …\n";

    plain.print(text);

    assertThat(screen).hasToString(text);
  }

  @Test
  void passesACarriageReturnOnlyBeforeALineFeed() throws IOException {
    PlainWriter writer = new PlainWriter(screen);

    for (char each : "a\r\nb\rc\r\r\n".toCharArray()) {
      writer.write(each);
    }
    writer.write("d\r\n\re");

    assertThat(screen).hasToString("a\r\nb\ufffdc\ufffd\r\nd\r\n\ufffde");
  }

  @Test
  void passesWhatLogsWriteInWholeLines() {
    PrintStream log = PlainStream.over(new PrintWriter(screen));

    for (byte each : "ä\u009b \u001b[2J€ gone\n".getBytes(StandardCharsets.UTF_8)) {
      log.write(each);
    }
    log.print("half a line, \u202e");

    assertThat(screen).hasToString("ä\ufffd \ufffd[2J€ gone\nhalf a line, \ufffd");
  }
}
