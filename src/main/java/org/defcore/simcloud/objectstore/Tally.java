package org.defcore.simcloud.objectstore;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Content;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.eclipse.jetty.http.HttpStatus;

/** The report of a request about many things, which is answered with 200 whatever it says. */
final class Tally {

  private static final String STATUS = "Response Status";
  private static final String COMPLAINT = "Response Body";
  private static final String ABSENT = "Number Not Found";

  private final String done;
  private final ObjectNode fields = Json.object();
  private final ArrayNode errors = Json.array();

  private Tally(String done, int status) {
    this.done = done;
    fail(status, "");
    fields.put(done, 0);
  }

  static Tally ofFiles() {
    return new Tally("Number Files Created", 201);
  }

  static Tally ofDeletions() {
    Tally tally = new Tally("Number Deleted", 200);
    tally.fields.put(ABSENT, 0);
    return tally;
  }

  /** Does something to one of the things, and notes what came of it. */
  void count(String name, Runnable deed) {
    try {
      deed.run();
      add(done);
    } catch (Refusal refused) {
      if (refused.status() == 404 && fields.has(ABSENT)) {
        add(ABSENT);
      } else {
        errors.add(Json.array().add(name).add(line(refused.status())));
        fail(400, "");
      }
    }
  }

  private void add(String number) {
    fields.put(number, fields.path(number).asInt() + 1);
  }

  boolean isEmpty() {
    return errors.isEmpty() && fields.path(done).asInt() + fields.path(ABSENT).asInt() == 0;
  }

  void fail(int status, String complaint) {
    fields.put(STATUS, line(status)).put(COMPLAINT, complaint);
  }

  private static String line(int status) {
    return status + " " + HttpStatus.getMessage(status);
  }

  /** The report as JSON or as text, whose length is not told. */
  Reply reply(Incoming request) {
    if (request.header("Accept").filter(it -> it.contains("json")).isPresent()) {
      fields.set("Errors", errors);
      return new Reply(
          200, Reply.json(200, fields).fields(), untold(Json.bytes(fields)), Optional.of(fields));
    }
    Stream<String> counts =
        fields
            .propertyStream()
            .map(it -> it.getKey() + ": " + it.getValue().asText() + "\n")
            .sorted();
    Stream<String> failed =
        errors.valueStream().map(it -> it.path(0).asText() + ", " + it.path(1).asText() + "\n");
    String lines =
        Stream.of(counts, Stream.of("Errors:\n"), failed).flatMap(it -> it).collect(joining());
    return Reply.text(200, "text/plain", "")
        .withContent(untold(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private static Content untold(byte[] text) {
    return new Content() {
      @Override
      public long length() {
        return -1;
      }

      @Override
      public void writeTo(OutputStream target) throws IOException {
        target.write(text);
      }
    };
  }
}
