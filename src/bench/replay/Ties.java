package replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * The order that requests have to keep: those of one test, and those about a shared resource. Everything waits for the discovery, as in the run.
 */
final class Ties {

  private final List<Exchange> exchanges;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<Exchange, Set<String>> things = new IdentityHashMap<>();

  Ties(List<Exchange> exchanges) {
    this.exchanges = exchanges;
    // A test's list may have shown a shared server before the one that keeps it asked for its id.
    exchanges.stream()
        .sorted(Comparator.comparing(Ties::rank))
        .forEach(
            it -> ids(it.answer().toString()).forEach(id -> owners.putIfAbsent(id, it.file())));
    for (Exchange it : exchanges) {
      Set<String> named = ids(it.url() + " " + it.body() + " " + it.answer());
      named.removeIf(id -> !isTie(it, owners.getOrDefault(id, Exchange.DISCOVERY)));
      things.put(it, named);
    }
  }

  /** The requests that had to end before this one began. */
  List<Exchange> before(Exchange later) {
    List<Exchange> before = new ArrayList<>();
    for (Exchange it : exchanges) {
      if (!it.ended().isAfter(later.started()) && it != later && tied(it, later)) {
        before.add(it);
      }
    }
    return before;
  }

  private boolean tied(Exchange earlier, Exchange later) {
    return earlier.isDiscovery()
        || earlier.file().equals(later.file())
        || things.get(earlier).stream().anyMatch(things.get(later)::contains);
  }

  /** Returns whether a request depends on the owner: a list may show the servers of other tests by chance, but not shared ones. */
  private static boolean isTie(Exchange exchange, String owner) {
    return owner.equals(exchange.file())
        || !(owner.equals(Exchange.DISCOVERY) || Exchange.isOfTest(owner));
  }

  private static int rank(Exchange exchange) {
    return exchange.isDiscovery() ? 0 : Exchange.isOfTest(exchange.file()) ? 2 : 1;
  }

  private static Set<String> ids(String text) {
    Set<String> ids = new HashSet<>();
    Ids.ID.matcher(text).results().map(MatchResult::group).forEach(ids::add);
    return ids;
  }
}
