package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** Lists of volumes: filtered, ordered, page by page. */
final class VolumeListing {

  static final int LARGEST_PAGE = 1000;

  private final VolumeStore volumes;

  VolumeListing(VolumeStore volumes) {
    this.volumes = volumes;
  }

  Reply list(Incoming request) {
    return list(request, new VolumeView(request.base())::brief);
  }

  Reply detail(Incoming request) {
    return list(request, new VolumeView(request.base())::detailed);
  }

  private Reply list(Incoming request, Function<Volume, ObjectNode> form) {
    VolumeFilter filter = new VolumeFilter(request);
    int limit = number(request, "limit").orElse(LARGEST_PAGE);
    List<Volume> found =
        volumes.all(request.caller().project()).stream().filter(filter::matches).toList();
    List<Volume> page =
        after(request, VolumeOrder.sorted(request, found)).stream()
            .skip(number(request, "offset").orElse(0))
            .limit(Math.min(limit, LARGEST_PAGE))
            .toList();
    ObjectNode body = Json.wrap("volumes", Json.array(page.stream().map(form).toList()));
    // As the real service: a full page has a next one, even when that turns out to be empty.
    if (page.size() == limit && limit > 0) {
      String next = next(request, page.get(page.size() - 1).id());
      body.set(
          "volumes_links", Json.array().add(Json.object().put("rel", "next").put("href", next)));
    }
    return Reply.json(200, body);
  }

  private List<Volume> after(Incoming request, List<Volume> sorted) {
    Optional<String> marker = request.query("marker");
    if (marker.isEmpty()) {
      return sorted;
    }
    String id = marker.get();
    if (volumes.find(request.caller().project(), id).isEmpty()) {
      throw VolumeFaults.notFound("Volume " + id);
    }
    List<String> ids = sorted.stream().map(Volume::id).toList();
    return sorted.subList(ids.indexOf(id) + 1, sorted.size());
  }

  static Optional<Integer> number(Incoming request, String name) {
    Optional<String> text = request.query(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().matches("-?\\d{1,9}")) {
      throw VolumeFaults.badRequest(name + " param must be an integer");
    }
    int number = Integer.parseInt(text.get());
    if (number < 0) {
      throw VolumeFaults.badRequest(name + " param must be positive");
    }
    return Optional.of(number);
  }

  static String next(Incoming request, String last) {
    String query =
        Stream.of(request.rawQuery().split("&"))
            .filter(it -> !it.startsWith("marker="))
            .collect(Collectors.joining("&"));
    return request.base() + request.path() + "?" + query + "&marker=" + last;
  }
}
