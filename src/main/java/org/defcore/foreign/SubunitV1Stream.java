package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stream of lines that refstack-client, testrepository and {@code subunit-2to1} write. */
final class SubunitV1Stream implements ResultFormat {

  private static final Pattern LINE =
      Pattern.compile(
          "(test|testing|time|tags|progress|success|successful|failure|error|skip|xfail|uxsuccess)"
              + ":?(?: (.*))?");
  private static final Pattern HEAD =
      Pattern.compile("(?s)(?:test|testing|time|tags|progress):? .*");
  private static final Pattern BRACKET = Pattern.compile("(.*) \\[( multipart)?");

  @Override
  public String title() {
    return "subunit v1 stream";
  }

  @Override
  public boolean begins(String head) {
    return HEAD.matcher(head).matches();
  }

  @Override
  public void read(InputStream in, Gathered into) throws IOException {
    new Reading(new SubunitLines(in), into).read();
  }

  private static final class Reading {

    private final SubunitLines lines;
    private final Gathered into;
    private final Map<String, RunningTest> running = new LinkedHashMap<>();
    private Optional<Instant> time = Optional.empty();

    Reading(SubunitLines lines, Gathered into) {
      this.lines = lines;
      this.into = into;
    }

    void read() throws IOException {
      for (String line = lines.next(); line != null; line = lines.next()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          take(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        } else if (!line.isBlank()) {
          throw lines.problem("expected a line of subunit v1, as \"success: name\"");
        }
      }
      running.values().forEach(it -> into.add(it.ended(SourceStatus.UNFINISHED)));
    }

    private void take(String word, String rest) throws IOException {
      switch (word) {
        case "test", "testing" -> begin(rest);
        case "time" -> {
          time = SourceTimes.instant(rest);
          if (time.isEmpty()) {
            throw lines.problem("expected a time but found \"%s\"".formatted(rest));
          }
        }
        case "tags", "progress" -> {}
        default -> end(SourceStatus.of(word).orElseThrow(), rest);
      }
    }

    private void begin(String name) throws IOException {
      if (running.containsKey(name)) {
        throw lines.problem("a test begins that has not ended: " + name);
      }
      RunningTest test = into.begin(lines.where(), name);
      test.begins(time);
      running.put(name, test);
    }

    /** A fixture of a class ends and never began. */
    private void end(SourceStatus status, String rest) throws IOException {
      Matcher bracket = BRACKET.matcher(rest);
      boolean details = bracket.matches();
      String name = details ? bracket.group(1) : rest;
      RunningTest known = running.remove(name);
      RunningTest test = known == null ? into.begin(lines.where(), name) : known;
      if (known == null && !NameMatcher.isFixture(name)) {
        throw lines.problem("a test ends that has not begun: " + name);
      }
      if (details && bracket.group(2) == null) {
        test.says(text());
      } else if (details) {
        parts(test);
      }
      into.add(test.ended(status, time));
    }

    private String text() throws IOException {
      StringBuilder text = new StringBuilder();
      for (String line = lines.inside(); !line.equals("]"); line = lines.inside()) {
        text.append(line.equals(" ]") ? "]" : line).append('\n');
        if (text.length() > 4 * 1024 * 1024) {
          throw lines.problem("expected a text of at most 4 MiB");
        }
      }
      return text.toString().strip();
    }

    private void parts(RunningTest test) throws IOException {
      for (String line = lines.inside(); !line.equals("]"); line = lines.inside()) {
        if (!line.startsWith("Content-Type: ")) {
          throw lines.problem("expected \"Content-Type: …\" of a part, or ]");
        }
        String mime = line.substring(line.indexOf(' ') + 1);
        String file = lines.inside();
        byte[] chunk = lines.chunk(lines.inside());
        while (chunk.length > 0) {
          test.attachments().add(file, mime, chunk);
          chunk = lines.chunk(lines.inside());
        }
      }
    }
  }
}
