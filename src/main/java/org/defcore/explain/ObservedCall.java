package org.defcore.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.http.message.Exchange;

/**
 * A call in the evidence of a run, without the parts that differ between clouds.
 *
 * @param path from the root of its host, ids and names replaced; an action's name behind it
 * @param statuses that it was answered with, in order of number
 */
public record ObservedCall(String method, String path, List<Integer> statuses) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ID =
      Pattern.compile(
          "(req-)?\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\p{XDigit}{32}|\\d+");
  private static final Pattern NAME = Pattern.compile("defcore-\\d{8}-\\d{6}-.*");

  public ObservedCall {
    statuses = List.copyOf(statuses);
  }

  /** Each call once, in the order in which they were first made. */
  public static List<ObservedCall> in(List<Exchange> exchanges) {
    Map<String, Set<Integer>> statuses = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      statuses
          .computeIfAbsent(exchange.method() + " " + path(exchange), it -> new TreeSet<>())
          .add(exchange.status());
    }
    List<ObservedCall> calls = new ArrayList<>();
    statuses.forEach(
        (call, seen) -> {
          String[] parts = call.split(" ", 2);
          calls.add(new ObservedCall(parts[0], parts[1], List.copyOf(seen)));
        });
    return calls;
  }

  private static String path(Exchange exchange) {
    URI uri = URI.create(exchange.uri());
    String path = segments(String.valueOf(uri.getRawPath()));
    String query = uri.getRawQuery() == null ? "" : "?" + keys(uri.getRawQuery());
    return (path.isEmpty() ? "/" : path) + query + action(path, exchange.requestBody());
  }

  /** A method and a path with ids and names replaced. */
  public static String general(String call) {
    String general = segments(call);
    return general.endsWith(" ") ? general + "/" : general;
  }

  private static String segments(String path) {
    return Arrays.stream(path.split("/"))
        .map(ObservedCall::segment)
        .collect(Collectors.joining("/"));
  }

  private static String segment(String segment) {
    if (ID.matcher(segment).matches()) {
      return "{id}";
    }
    return NAME.matcher(segment).matches() ? "{name}" : segment;
  }

  private static String keys(String query) {
    return Arrays.stream(query.split("&"))
        .map(it -> it.replaceFirst("=.*", "=…"))
        .distinct()
        .sorted()
        .collect(Collectors.joining("&"));
  }

  /** The name of an {@code action}: the only key of its body. */
  private static String action(String path, String body) {
    if (!path.endsWith("/action")) {
      return "";
    }
    try {
      JsonNode node = JSON.readTree(body);
      return node.size() == 1 ? " " + node.fieldNames().next() : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
