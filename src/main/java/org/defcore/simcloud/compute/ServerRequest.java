package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.compute.request.IpAddresses;
import org.defcore.simcloud.wire.Microversion;

/** A wish for servers that keeps the schema; what it names may still be unknown. */
record ServerRequest(
    String name,
    String image,
    String flavor,
    Map<String, String> metadata,
    Access access,
    String diskConfig,
    Optional<String> keyName,
    Optional<String> password,
    Optional<String> description,
    Count count,
    List<Wish> networks) {

  /** Number of servers asked for, and whether a reservation is to be answered instead of one. */
  record Count(int least, int most, boolean reservation) {}

  /** A network that is named, with the address that is wished there or an empty text. */
  record Wish(String network, String address) {}

  private static final Set<String> ALWAYS =
      Set.of(
          "name",
          "imageRef",
          "flavorRef",
          "adminPass",
          "metadata",
          "networks",
          "OS-DCF:diskConfig",
          "accessIPv4",
          "accessIPv6",
          "availability_zone",
          "config_drive",
          "key_name",
          "min_count",
          "max_count",
          "return_reservation_id",
          "security_groups",
          "user_data");
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final int LONGEST_USER_DATA = 65535;

  ServerRequest {
    metadata = Map.copyOf(metadata);
    networks = List.copyOf(networks);
  }

  static ServerRequest read(JsonNode asked, Microversion version) {
    List<String> allowed = new ArrayList<>(ALWAYS);
    if (version.atLeast(19)) {
      allowed.add("description");
    }
    Document.requireOnly("server", asked, allowed);
    String name = ServerRules.name(Document.required("server", asked, "name"));
    String flavor = flavor(Document.required("server", asked, "flavorRef"));
    requireKnownRest(asked);
    return new ServerRequest(
        name,
        image(asked.path("imageRef")),
        flavor,
        metadata(asked),
        ServerRules.access(asked, Access.NONE),
        ServerRules.diskConfig(asked),
        text(asked, "key_name"),
        text(asked, "adminPass"),
        version.atLeast(19) ? text(asked, "description") : Optional.of(name),
        count(asked),
        networks(asked, version));
  }

  private static String flavor(JsonNode value) {
    String flavor = value.isIntegralNumber() ? value.asText() : Document.text("flavorRef", value);
    if (flavor.isEmpty()) {
      throw ComputeFaults.invalid("flavorRef", "'' is too short");
    }
    return flavor;
  }

  private static String image(JsonNode value) {
    boolean valid =
        value.isMissingNode()
            || (value.isTextual() && (value.asText().isEmpty() || value.asText().matches(UUID)));
    if (!valid) {
      throw ComputeFaults.invalid(
          "imageRef", value + " is not valid under any of the given schemas");
    }
    return value.asText("");
  }

  private static Map<String, String> metadata(JsonNode asked) {
    JsonNode metadata = asked.path("metadata");
    return metadata.isMissingNode() ? Map.of() : ServerRules.metadata(metadata);
  }

  private static void requireKnownRest(JsonNode asked) {
    JsonNode zone = asked.path("availability_zone");
    if (!zone.isMissingNode() && !Document.text("availability_zone", zone).equals("nova")) {
      throw Document.bad("The requested availability zone is not available");
    }
    for (JsonNode group : asked.path("security_groups")) {
      String name = group.path("name").asText();
      if (!name.equals("default")) {
        throw Document.bad("Unable to find security_group with name or id '" + name + "'");
      }
    }
    if (text(asked, "user_data").orElse("").length() > LONGEST_USER_DATA) {
      throw ComputeFaults.invalid("user_data", "It is too long");
    }
    String drive = asked.path("config_drive").asText("false");
    if (!drive.matches("(?i)true|1|on|yes|false|0|off|no")) {
      throw ComputeFaults.invalid("config_drive", "'" + drive + "' is not one of [True, False]");
    }
  }

  private static Count count(JsonNode asked) {
    int least = number(asked, "min_count", 1);
    int most = number(asked, "max_count", least);
    if (asked.has("max_count") && least > most) {
      throw Document.bad("min_count must be <= max_count");
    }
    return new Count(least, most, asked.path("return_reservation_id").asBoolean());
  }

  private static int number(JsonNode asked, String name, int otherwise) {
    JsonNode value = asked.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.asText().matches("\\d{1,9}")) {
      throw ComputeFaults.invalid(name, value + " does not match '^[0-9]*$'");
    }
    if (value.asInt() < 1) {
      throw ComputeFaults.invalid(name, value + " is less than the minimum of 1");
    }
    return value.asInt();
  }

  private static List<Wish> networks(JsonNode asked, Microversion version) {
    JsonNode networks = asked.path("networks");
    boolean word = networks.asText().equals("auto") || networks.asText().equals("none");
    if (version.atLeast(37) && networks.isMissingNode()) {
      throw ComputeFaults.invalid("server", "'networks' is a required property");
    }
    if (networks.isMissingNode() || (word && version.atLeast(37))) {
      return networks.asText().equals("none") ? List.of() : List.of(new Wish("", ""));
    }
    if (!networks.isArray()) {
      throw ComputeFaults.invalid("networks", networks + " is not of type 'array'");
    }
    List<Wish> wishes = new ArrayList<>();
    for (JsonNode network : networks) {
      wishes.add(wish(network));
    }
    return wishes.isEmpty() ? List.of(new Wish("", "")) : wishes;
  }

  private static Wish wish(JsonNode network) {
    Document.requireOnly("networks", network, Set.of("uuid", "fixed_ip"));
    String uuid = network.path("uuid").asText();
    if (!uuid.matches(UUID)) {
      throw Document.bad(
          "Bad networks format: network uuid is not in proper format (%s)".formatted(uuid));
    }
    String address = network.path("fixed_ip").asText("");
    if (network.has("fixed_ip") && !IpAddresses.isIpv4(address)) {
      throw ComputeFaults.invalid(
          "fixed_ip", "'" + address + "' is not valid under any of the given schemas");
    }
    return new Wish(uuid, address);
  }

  private static Optional<String> text(JsonNode asked, String name) {
    JsonNode value = asked.path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(Document.text(name, value));
  }
}
