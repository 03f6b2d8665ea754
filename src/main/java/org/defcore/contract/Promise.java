package org.defcore.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of the answers to a call.
 *
 * @param call method and path, with names in braces for what differs
 * @param parts of the path, between slashes
 * @param answers forms by status; alternatives in order
 */
record Promise(String call, List<String> parts, Map<Integer, List<Form>> answers) {

  Promise {
    parts = List.copyOf(parts);
    answers = Map.copyOf(answers);
  }

  static Promise of(String method, String path, Map<Integer, List<Form>> answers) {
    return new Promise(method + " " + path, Answered.parts(path), answers);
  }

  /** The same for all calls that are alike in method and number of parts of the path. */
  static String key(String method, List<String> place) {
    return method + place.size();
  }

  String key() {
    return key(call.substring(0, call.indexOf(' ')), parts);
  }

  /**
   * @param place parts of the path of a call of the same key
   */
  boolean isOf(List<String> place) {
    for (int i = 0; i < place.size(); i++) {
      String part = parts.get(i);
      if (differs(part) ? place.get(i).isEmpty() : !part.equals(place.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The last part of the path, if the answer is about the one thing that it names. */
  Optional<String> one(Answered answered) {
    return differs(parts.get(parts.size() - 1))
        ? Optional.of(answered.place())
            .map(it -> it.substring(it.lastIndexOf('/') + 1))
            .map(it -> URLDecoder.decode(it.replace("+", "%2B"), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Number of parts that differ: of two calls that match, the one with fewer is meant. */
  int places() {
    return (int) parts.stream().filter(Promise::differs).count();
  }

  private static boolean differs(String part) {
    return part.startsWith("{");
  }
}
