package org.defcore.contract;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.service.Service;

/** The addresses of the services of a cloud, and the calls below them. */
public final class Endpoints {

  private final List<Base> bases;
  private final Set<String> hosts;

  /**
   * @param address as the catalogue has it, and calls start from it
   * @param root the same without version and project: the versions of the service are there
   */
  private record Base(Service service, String address, String root) {

    static Base of(Service service, URI address) {
      String whole = address.toString().replaceFirst("/+$", "");
      return new Base(service, whole, whole.replaceFirst("/v\\d+(\\.\\d+)?(/.*)?$", ""));
    }

    /** The path as contracts write it. */
    Optional<Called> called(String uri) {
      if (isBelow(address, uri)) {
        return Optional.of(new Called(service, prefix() + uri.substring(address.length())));
      }
      return isBelow(root, uri)
          ? Optional.of(new Called(service, uri.substring(root.length())))
          : Optional.empty();
    }

    private static boolean isBelow(String base, String uri) {
      return uri.startsWith(base)
          && (uri.length() == base.length() || "/?".indexOf(uri.charAt(base.length())) >= 0);
    }

    private String prefix() {
      return switch (service) {
        case IDENTITY -> service.versionPath();
        case OBJECT_STORE -> "/v1/account";
        default -> "";
      };
    }
  }

  /**
   * A call of a service.
   *
   * @param path as its contract writes it, with the query
   */
  record Called(Service service, String path) {

    private static Called of(Called found) {
      if (found.service != Service.OBJECT_STORE) {
        return found.path.isEmpty() ? new Called(found.service, "/") : found;
      }
      // An object is one place, whatever slashes are in its name.
      String path =
          found
              .path
              .replaceFirst("^(/v1(?:/[^/?]+){3})/[^?]*", "$1")
              .replaceFirst("^(/v1/[^?]*)/(?=[?]|$)", "$1");
      return new Called(found.service, path);
    }
  }

  /**
   * @param addresses by service
   * @param hosts to which links may lead, in lower case
   */
  public Endpoints(Map<Service, URI> addresses, Set<String> hosts) {
    this.hosts = new TreeSet<>(hosts);
    this.bases =
        addresses.entrySet().stream()
            .map(it -> Base.of(it.getKey(), it.getValue()))
            .sorted(Comparator.comparing((Base it) -> it.address.length()).reversed())
            .toList();
  }

  /** Hosts to which links may lead, sorted. */
  Set<String> hosts() {
    return hosts;
  }

  /** The call of an address; absent if it is none of these services. */
  Optional<Called> called(String uri) {
    for (Base base : bases) {
      Optional<Called> call = base.called(uri);
      if (call.isPresent()) {
        return call.map(Called::of);
      }
    }
    return Optional.empty();
  }
}
