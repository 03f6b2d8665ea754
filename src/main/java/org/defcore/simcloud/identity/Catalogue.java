package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** The services of the one region with the addresses of a project. */
public final class Catalogue {

  /** A service and where it lives below the root; {@code {project}} is filled in. */
  public record Entry(String type, String name, String path) {}

  public static final String REGION = "RegionOne";

  private final String root;
  private final List<Entry> entries;

  public Catalogue(String root, List<Entry> entries) {
    this.root = root;
    this.entries = List.copyOf(entries);
  }

  ArrayNode of(String project) {
    ArrayNode catalog = Json.array();
    for (Entry entry : entries) {
      String url = root + entry.path().replace("{project}", project);
      ArrayNode endpoints = Json.array();
      for (String side : List.of("admin", "internal", "public")) {
        endpoints.add(endpoint(entry, side, url));
      }
      ObjectNode service = Json.object();
      service.set("endpoints", endpoints);
      service
          .put("id", Ids.builtInHex("service " + entry.type()))
          .put("type", entry.type())
          .put("name", entry.name());
      catalog.add(service);
    }
    return catalog;
  }

  private static ObjectNode endpoint(Entry entry, String side, String url) {
    return Json.object()
        .put("id", Ids.builtInHex("endpoint " + entry.type() + " " + side))
        .put("interface", side)
        .put("region_id", REGION)
        .put("url", url)
        .put("region", REGION);
  }
}
