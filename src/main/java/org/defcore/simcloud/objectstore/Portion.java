package org.defcore.simcloud.objectstore;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Content;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Reply;

/**
 * The part of an object that a request asks for, by its ETag and by a range of bytes; of several
 * ranges at once the whole is given.
 */
record Portion(int status, Content data, Optional<String> range) {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");
  private static final Content NOTHING = Content.of(new byte[0]);

  private static final Content BEYOND =
      SwiftPages.page(
              416, "Requested Range Not Satisfiable", "The Range requested is not available.")
          .content();

  static Portion of(Incoming request, LargeObjects.Whole whole) {
    if (request.header("If-None-Match").filter(it -> names(it, whole.etag())).isPresent()) {
      return new Portion(304, NOTHING, Optional.empty());
    }
    if (request.header("If-Match").filter(it -> !names(it, whole.etag())).isPresent()) {
      return new Portion(412, NOTHING, Optional.empty());
    }
    byte[] data = whole.data();
    Matcher range = RANGE.matcher(request.header("Range").orElse(""));
    if (!range.matches() || range.group().equals("bytes=-")) {
      return new Portion(200, Content.of(data), Optional.empty());
    }
    int size = data.length;
    boolean tail = range.group(1).isEmpty();
    int last = range.group(2).isEmpty() ? size : Integer.parseInt(range.group(2));
    int from = tail ? Math.max(0, size - last) : Integer.parseInt(range.group(1));
    int to = tail ? size : Math.min(size, last + 1);
    if (from >= size || from >= to) {
      return new Portion(416, BEYOND, Optional.of("bytes */" + size));
    }
    return new Portion(
        206,
        Content.of(Arrays.copyOfRange(data, from, to)),
        Optional.of("bytes %d-%d/%d".formatted(from, to - 1, size)));
  }

  private static boolean names(String header, String etag) {
    return Stream.of(header.split(","))
        .map(it -> it.strip().replace("\"", ""))
        .anyMatch(it -> it.equals("*") || it.equals(etag.replace("\"", "")));
  }

  Reply shown(Reply reply) {
    Reply whole = status == 412 ? SwiftPages.bare(412) : reply;
    Reply selected = whole.withStatus(status).withContent(data);
    return range.map(it -> selected.with("Content-Range", it)).orElse(selected);
  }
}
