package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.compute.request.IpAddresses;
import org.defcore.simcloud.wire.Refusal;

/** Rules for the attributes of a server, whichever operation sets them. */
final class ServerRules {

  static final int MOST_METADATA = 128;

  private static final int LONGEST = 255;
  private static final String KEY = "[a-zA-Z0-9-_:. ]{1,255}";
  private static final String HOST_NAME = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final List<String> DISK_CONFIGS = List.of("AUTO", "MANUAL");

  private ServerRules() {}

  static String name(JsonNode value) {
    String name = Document.text("name", value);
    if (name.isEmpty()) {
      throw ComputeFaults.invalid("name", "'' is too short");
    }
    if (name.length() > LONGEST) {
      throw ComputeFaults.invalid("name", "It is too long");
    }
    if (!name.equals(name.strip())) {
      throw Document.bad(
          "An invalid 'name' value was provided: it may not start or end with whitespace.");
    }
    return name;
  }

  static String hostName(JsonNode value) {
    String name = Document.text("hostname", value);
    if (!name.matches(HOST_NAME)) {
      throw ComputeFaults.invalid("hostname", "'" + name + "' is not a 'hostname'");
    }
    return name;
  }

  static Map<String, String> metadata(JsonNode value) {
    if (!value.isObject()) {
      throw ComputeFaults.invalid("metadata", value + " is not of type 'object'");
    }
    Map<String, String> metadata = new TreeMap<>();
    for (Map.Entry<String, JsonNode> item : value.properties()) {
      if (!item.getKey().matches(KEY)) {
        throw ComputeFaults.invalid("metadata", "A key does not match '^" + KEY + "$'");
      }
      String text = Document.text(item.getKey(), item.getValue());
      if (text.length() > LONGEST) {
        throw ComputeFaults.invalid(item.getKey(), "It is too long");
      }
      metadata.put(item.getKey(), text);
    }
    requireFew(metadata);
    return metadata;
  }

  static void requireFew(Map<String, String> metadata) {
    if (metadata.size() > MOST_METADATA) {
      throw new Refusal(
          ComputeFaults.fault(
              403, "forbidden", "Maximum number of metadata items exceeds " + MOST_METADATA));
    }
  }

  static Access access(JsonNode asked, Access otherwise) {
    JsonNode ipv4 = asked.path("accessIPv4");
    JsonNode ipv6 = asked.path("accessIPv6");
    return new Access(
        ipv4.isMissingNode() ? otherwise.ipv4() : ipv4(ipv4),
        ipv6.isMissingNode() ? otherwise.ipv6() : ipv6(ipv6));
  }

  static String diskConfig(JsonNode asked) {
    JsonNode value = asked.path("OS-DCF:diskConfig");
    if (!value.isMissingNode() && !DISK_CONFIGS.contains(value.asText())) {
      throw ComputeFaults.invalid("OS-DCF:diskConfig", value + " is not one of ['AUTO', 'MANUAL']");
    }
    return value.asText("MANUAL");
  }

  private static String ipv4(JsonNode value) {
    String text = Document.text("accessIPv4", value);
    if (!IpAddresses.isIpv4(text)) {
      throw ComputeFaults.invalid("accessIPv4", "'" + text + "' is not a 'ipv4'");
    }
    return text;
  }

  private static String ipv6(JsonNode value) {
    String text = Document.text("accessIPv6", value);
    return IpAddresses.canonicalIpv6(text)
        .orElseThrow(() -> ComputeFaults.invalid("accessIPv6", "'" + text + "' is not a 'ipv6'"));
  }
}
