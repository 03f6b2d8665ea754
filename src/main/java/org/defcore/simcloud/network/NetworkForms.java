package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.defcore.simcloud.resource.Form;
import org.defcore.simcloud.resource.Forms;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Json;

/** The forms of attributes that only the network service knows. */
final class NetworkForms {

  private static final String UUID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String MAC = "(?i)[0-9a-f]{2}(:[0-9a-f]{2}){5}";

  private NetworkForms() {}

  static Forms all() {
    Forms forms = new Forms(NetworkFaults.ALL);
    Form number = forms.read(TextNode.valueOf("number"));
    return forms
        .with("number-as-text", (name, it) -> TextNode.valueOf(number.read(name, it).asText()))
        .matching("uuid", "UUID", it -> it.matches(UUID))
        .matching("mac", "MAC address", it -> it.matches(MAC))
        .matching("address", "IP address", it -> Address.parse(it).isPresent())
        .matching("address-or-range", "IP address", NetworkForms::isAddressOrRange)
        .with("range", (name, it) -> range(forms, name, it))
        .with("gateway", (name, it) -> gateway(forms, name, it))
        .with("protocol", (name, it) -> RuleParts.protocol(it.asText()))
        .with("port-number", (name, it) -> RuleParts.port(it.asText()))
        .with("ethertype", (name, it) -> RuleParts.ethertype(it.asText()));
  }

  private static boolean isAddressOrRange(String text) {
    return Address.parse(text).isPresent() || AddressRange.parse(text).isPresent();
  }

  // Of 10.0.0.7/24 only the first address is kept.
  private static JsonNode range(Forms forms, String name, JsonNode sent) {
    Optional<AddressRange> range = AddressRange.parse(sent.asText());
    forms.require(range.isPresent(), name, "'%s' is not a valid IP subnet", sent);
    return TextNode.valueOf(range.orElseThrow().toString());
  }

  // An empty object is none. By default only administrators choose more than the network.
  private static JsonNode gateway(Forms forms, String name, JsonNode sent) {
    if (sent.isNull() || (sent.isObject() && sent.isEmpty())) {
      return NullNode.getInstance();
    }
    refuseIf(sent.has("network_id") && sent.size() > 1, "admin", "update", "router", name);
    return forms.read(Json.object().put("network_id", "uuid")).read(name, sent);
  }
}
