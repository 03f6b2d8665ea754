package org.defcore.result.remark;

import java.util.List;
import java.util.Optional;

/**
 * A breach of the API's contract in the exchanges of a run. It is no outcome of any test.
 *
 * @param service word of the service
 * @param call method and path, with names in braces for what differs: {@code GET /v2/images/{id}}
 * @param where JSON pointer into the body with {@code *} for an item of a list, or the name of a
 *     header; empty for the whole answer
 * @param found the first example, as a sentence
 * @param evidence id of the test or name of the fixture with the first example
 * @param exchange position of the first example in that evidence, from 0
 * @param times how often it was seen, 1 or more
 */
public record Remark(
    RemarkKind kind,
    String service,
    String call,
    String where,
    String found,
    String evidence,
    int exchange,
    int times) {

  /** The number of remarks and of their kinds: {@code 12 remarks of 5 kinds}; empty if none. */
  public static Optional<String> count(List<Remark> remarks) {
    long kinds = remarks.stream().map(Remark::kind).distinct().count();
    int all = remarks.size();
    return all == 0
        ? Optional.empty()
        : Optional.of(
            "%d remark%s of %d kind%s"
                .formatted(all, all == 1 ? "" : "s", kinds, kinds == 1 ? "" : "s"));
  }

  /** The whole of it on one line. */
  public String words() {
    String place = where.isEmpty() ? "" : " " + where;
    String often = times == 1 ? "once" : times + " times";
    return "%s %s%s: %s (%s)".formatted(service, call, place, found, often);
  }

  /** The same, seen once more. */
  public Remark again() {
    return new Remark(kind, service, call, where, found, evidence, exchange, times + 1);
  }
}
