package org.defcore.kit.resource;

import static org.defcore.service.Service.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.defcore.http.Answer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.PercentEncoding;
import org.defcore.kit.resource.Sight.Presence;

/**
 * Resources that are listed under one path, with names, and read and deleted by id below it.
 *
 * @param naming the field that has the name
 */
record CollectionDisposal(CleanupAccess access, ResourceKind.Collection where, String naming)
    implements Disposal {

  private static final int MOST_PAGES = 1000;

  CollectionDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(access, where, "name");
  }

  @Override
  public List<String> named(String name) {
    return matching(name, name::equals);
  }

  /**
   * Ids of those whose name the condition takes.
   *
   * @param asked name of the creation, of which the names to take are made
   * @throws AssertionError if there is none, but one of another name that has that name in it: the
   *     cloud made it so
   */
  List<String> matching(String asked, Predicate<String> condition) {
    Map<String, String> listed = containing(asked);
    List<String> found =
        listed.keySet().stream().filter(it -> condition.test(listed.getOrDefault(it, ""))).toList();
    return found.isEmpty() ? changed(asked, listed, condition) : found;
  }

  /** Ids of those that the list shows under a changed name, if each shows a right one by itself. */
  private List<String> changed(
      String asked, Map<String, String> listed, Predicate<String> condition) {
    // Names of a run that begin like another one go on with a digit or a hyphen.
    Pattern changed = Pattern.compile(Pattern.quote(asked) + "(?![\\d-])");
    List<String> found =
        listed.keySet().stream()
            .filter(it -> changed.matcher(listed.getOrDefault(it, "")).find())
            .toList();
    for (String id : found) {
      Sight seen = see(id);
      if (!seen.isGone() && !condition.test(seen.name())) {
        throw new AssertionError(
            "expected that name but found \"%s\" (id %s): remove it by hand"
                .formatted(listed.get(id), id));
      }
    }
    return found;
  }

  /**
   * Names by id. Reads page by page and compares names itself: the filter of a service may be a
   * pattern, and a cloud may ignore it.
   */
  private Map<String, String> containing(String part) {
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> markers = new LinkedHashSet<>();
    String query = "?" + naming + "=" + PercentEncoding.encode(part);
    String marker = "";
    do {
      JsonNode page = page(query + marker);
      JsonNode all = page.path(where.key());
      for (JsonNode one : all) {
        if (one.path(naming).asText().contains(part)) {
          found.put(one.path("id").asText(), one.path(naming).asText());
        }
      }
      String last = all.path(all.size() - 1).path("id").asText();
      boolean more = hasNext(page) && markers.add(last);
      if (markers.size() > MOST_PAGES) {
        throw new AssertionError(
            "expected at most %d pages of %s but found more".formatted(MOST_PAGES, where.key()));
      }
      marker = more ? "&marker=" + PercentEncoding.encode(last) : "";
    } while (!marker.isEmpty());
    return found;
  }

  private JsonNode page(String query) {
    Answer answer = access.call(where.service(), "GET", where.path() + query).expect(200);
    if (!answer.json().path(where.key()).isArray()) {
      throw answer.unexpected("a list of " + where.key(), "none");
    }
    return answer.json();
  }

  /** Images name the next page in a field, DNS among its links, others in a list of links. */
  private boolean hasNext(JsonNode page) {
    return page.has("next")
        || page.path("links").hasNonNull("next")
        || page.path(where.key() + "_links").findValuesAsText("rel").contains("next");
  }

  @Override
  public Sight see(String id) {
    Answer answer = read(id);
    Optional<JsonNode> json = object(answer);
    if (answer.status() == 404) {
      return json.isPresent() || hasRequestId(answer) || works()
          ? Sight.GONE
          : Sight.untold("404 of no service");
    }
    return answer.status() == 200
        ? json.map(this::sight).orElse(Sight.untold("200 without JSON"))
        : Sight.untold("" + answer.status());
  }

  private Sight sight(JsonNode json) {
    String one = where.key().replaceFirst("s$", "");
    JsonNode resource = json.has(one) ? json.path(one) : json;
    String name = resource.path(naming).asText();
    String state = resource.path("status").asText().toUpperCase(Locale.ROOT);
    boolean idle = resource.path("OS-EXT-STS:task_state").asText("null").equals("null");
    String found = "200 in state " + state;
    if (state.equals("DELETED")) {
      return Sight.GONE;
    }
    if (state.equals("SOFT_DELETED")) {
      return new Sight(Presence.KEPT, found, name);
    }
    return state.startsWith("ERROR") && idle
        ? new Sight(Presence.STUCK, found, name)
        : new Sight(Presence.THERE, "200", name);
  }

  /** Services answer in JSON, most of them also where something is not there. */
  private static Optional<JsonNode> object(Answer answer) {
    try {
      return Optional.of(answer.json()).filter(JsonNode::isObject);
    } catch (UnexpectedAnswer e) {
      return Optional.empty();
    }
  }

  /** Images answer in HTML where one is not there, but with the number that services give. */
  private static boolean hasRequestId(Answer answer) {
    return answer.header("x-openstack-request-id").isPresent();
  }

  private boolean works() {
    try {
      checkService();
      return true;
    } catch (UnexpectedAnswer e) {
      return false;
    }
  }

  @Override
  public void checkService() {
    JsonNode unused = page("?limit=1");
  }

  Answer read(String id) {
    return access.call(where.service(), "GET", path(id)).send();
  }

  @Override
  public int delete(String id) {
    return access.call(where.service(), "DELETE", path(id)).send().status();
  }

  private String path(String id) {
    return where.path() + "/" + PercentEncoding.encode(id);
  }

  /** 400 is the answer of a volume or snapshot that is being made, used, attached or detached. */
  @Override
  public boolean mayPass(int status) {
    return status == 409 || (status == 400 && where.service() == VOLUME);
  }
}
