package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** The services of the one region with the addresses of a project. */
public record Catalogue(String root, List<Entry> entries) {

  /** A service and where it lives below the root; {@code {project}} is filled in. */
  public record Entry(String type, String name, String path) {}

  public static final String REGION = "RegionOne";

  private static final String SERVICE =
      """
      {"id": %s, "type": %s, "name": %s, "endpoints": %s}
      """;
  private static final String ENDPOINT =
      """
      {"id": %s, "interface": %s, "url": %s, "region_id": %4$s, "region": %4$s}
      """;

  public Catalogue {
    entries = List.copyOf(entries);
  }

  ArrayNode of(String project) {
    ArrayNode catalog = Json.array();
    for (Entry entry : entries) {
      String url = root + entry.path().replace("{project}", project);
      ArrayNode endpoints = Json.array();
      for (String side : List.of("admin", "internal", "public")) {
        String id = Ids.builtInHex("endpoint " + entry.type() + " " + side);
        endpoints.add(Json.form(ENDPOINT, id, side, url, REGION));
      }
      String id = Ids.builtInHex("service " + entry.type());
      catalog.add(Json.form(SERVICE, id, entry.type(), entry.name(), endpoints));
    }
    return catalog;
  }
}
