package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.CloudException.Kind;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCatalogueTest {

  private final ArrayNode services = JsonNodeFactory.instance.arrayNode();

  @ParameterizedTest
  @ValueSource(
      strings = {"block-storage", "volumev3", "block-store", "cinderv3", "volume", "volumev2"})
  void findsVolumesUnderEveryName(String type) {
    add(type, "public", "One", "http://v.example/v3/p1");

    assertThat(catalogue().endpoint("volume")).contains(URI.create("http://v.example/v3/p1"));
    assertThat(catalogue().endpoint("block-storage")).isEqualTo(catalogue().endpoint("volume"));
  }

  @Test
  void prefersVolumesOfVersionThree() {
    add("volume", "public", "One", "http://v.example/v2/p1");
    add("block-storage", "public", "One", "http://v.example/v2/p1");
    add("volumev3", "public", "One", "http://v.example/v3/p1");

    assertThat(catalogue().endpoint("volume")).contains(URI.create("http://v.example/v3/p1"));
  }

  @ParameterizedTest
  @CsvSource({
    "compute, http://x.example/compute, http://x.example/compute/v2.1",
    "compute, http://x.example:8774/v2.1/, http://x.example:8774/v2.1",
    "compute, http://x.example/v2/p1, http://x.example/v2/p1",
    "identity, http://x.example/identity, http://x.example/identity/v3",
    "identity, http://x.example:5000/v2.0, http://x.example:5000/v3",
    "volumev3, http://x.example/volume, http://x.example/volume/v3/p1",
    "image, http://x.example:9292, http://x.example:9292",
    "network, http://x.example/networking/, http://x.example/networking",
    "object-store, http://x.example/v1/AUTH_p1, http://x.example/v1/AUTH_p1",
  })
  void startsWhereCallsStart(String type, String listed, String expected) {
    add(type, "public", "One", listed);

    assertThat(catalogue().endpoint(type)).contains(URI.create(expected));
  }

  @Test
  void choosesRegionAndFacing() {
    add("image", "internal", "One", "http://internal.example");
    add("image", "public", "Two", "http://two.example");
    add("image", "public", "One", "http://one.example");

    assertThat(catalogue("One", "public").endpoint("image"))
        .contains(URI.create("http://one.example"));
    assertThat(catalogue("Two", "public").endpoint("image"))
        .contains(URI.create("http://two.example"));
    assertThat(catalogue("One", "internal").endpoint("image"))
        .contains(URI.create("http://internal.example"));
    assertThatThrownBy(() -> catalogue("Two", "internal").required("image"))
        .hasMessage(
            "cloud 'acme': image: expected an endpoint (internal) in region Two but found only"
                + " internal in One, public in One, public in Two: check region_name and interface"
                + " in clouds.yaml");
  }

  @Test
  void takesOverridesAsTheyAre() {
    add("image", "public", "One", "http://listed.example");
    CloudConfig config =
        config(Optional.empty(), "public", Map.of("volume", URI.create("http://my.example/x")));

    ServiceCatalogue catalogue = ServiceCatalogue.of(config, "p1", services, it -> it);

    assertThat(catalogue.endpoint("volume")).contains(URI.create("http://my.example/x"));
    assertThat(catalogue.endpoint("volumev3")).contains(URI.create("http://my.example/x"));
    assertThat(catalogue.hosts())
        .as("hosts of links")
        .containsExactly("k.example", "listed.example", "my.example");
  }

  @Test
  void linksMayLeadToWhatThePublicCallsButNotBehindIt() {
    add("image", "internal", "One", "http://Internal.example");
    add("image", "public", "One", "http://one.example");
    add("image", "public", "Two", "http://two.example");

    assertThat(catalogue("One", "public").hosts()).containsExactly("k.example", "one.example");
    assertThat(catalogue("One", "internal").hosts())
        .containsExactly("internal.example", "k.example", "one.example");
  }

  @Test
  void findsIdentityWhereTheLoginWas() {
    add("image", "public", "One", "http://i.example");

    assertThat(catalogue().endpoint("identity")).contains(URI.create("http://k.example/id/v3"));
    assertThat(catalogue().endpoint("dns")).isEmpty();
  }

  @Test
  void listsTypesAsTheCloudAnnouncesThem() {
    add("volumev3", "public", "One", "http://v.example/v3");
    add("image", "public", "One", "http://i.example");
    add("image", "admin", "One", "http://i.example");

    assertThat(catalogue().types()).containsExactly("image", "volumev3");
  }

  @Test
  void asksForARegionWhereThereAreSeveral() {
    add("identity", "public", "Global", "http://k.example");
    add("image", "public", "One", "http://one.example");
    add("image", "public", "Two", "http://two.example");

    assertThatThrownBy(this::catalogue)
        .isInstanceOfSatisfying(
            CloudException.class, it -> assertThat(it.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessage(
            "clouds.yaml: cloud 'acme': region_name: expected one of One, Two but found nothing:"
                + " set it");
    assertThatThrownBy(() -> catalogue("one", "public"))
        .hasMessage(
            "clouds.yaml: cloud 'acme': region_name: expected one of One, Two but found \"one\":"
                + " correct it (case counts)");
  }

  @Test
  void sharesAnIdentityServiceAmongRegions() {
    add("identity", "public", "Global", "http://k.example");
    add("image", "public", "One", "http://one.example");

    assertThat(catalogue().endpoint("image")).contains(URI.create("http://one.example"));
    assertThat(catalogue("One", "public").endpoint("identity"))
        .contains(URI.create("http://k.example/id/v3"));
  }

  @ParameterizedTest
  @CsvSource({
    "volumev3, http://v.example/v3/%(tenant_id)s",
    "volumev3, http://v.example/v3/$(project_id)s",
    "volumev3, ''",
    "volumev3,",
    "volume_legacy, http://v.example/v3/p1",
  })
  void brokenEntryCostsItsServiceAlone(String type, @Nullable String url) {
    add(type, "public", "One", url);
    add("image", "public", "One", "http://i.example");

    assertThat(catalogue().endpoint("volume")).isEmpty();
    assertThat(catalogue().endpoint("image")).contains(URI.create("http://i.example"));
  }

  @Test
  void takesHostsAsContainersHaveThem() {
    add("image", "public", "One", "HTTP://my_cloud:9292/");

    assertThat(catalogue().endpoint("image")).contains(URI.create("http://my_cloud:9292"));
  }

  @Test
  void endpointWithoutARegionIsForAll() {
    add("image", "public", "", "http://i.example");
    ((ObjectNode) services.at("/0/endpoints/0")).putNull("region").putNull("region_id");

    assertThat(catalogue("One", "public").endpoint("image"))
        .contains(URI.create("http://i.example"));
    assertThat(catalogue().region()).isEmpty();
  }

  @Test
  void tellsItsRegionWhereNobodyNamedOne() {
    add("identity", "public", "Global", "http://k.example");
    add("image", "public", "One", "http://i.example");

    assertThat(catalogue().region()).isEqualTo("One");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a url", "image.example"})
  void refusesAnAddressThatIsNone(String url) {
    add("image", "public", "One", url);

    assertThatThrownBy(() -> catalogue().required("image"))
        .hasMessage(
            "cloud 'acme': catalogue: expected a URL for image but found \""
                + url
                + "\": have the operator correct it");
  }

  private void add(String type, String facing, String region, @Nullable String url) {
    services
        .addObject()
        .put("type", type)
        .putArray("endpoints")
        .addObject()
        .put("interface", facing)
        .put("region", region)
        .put("region_id", region)
        .put("url", url);
  }

  private ServiceCatalogue catalogue() {
    return ServiceCatalogue.of(
        config(Optional.empty(), "public", Map.of()), "p1", services, it -> it);
  }

  private ServiceCatalogue catalogue(String region, String facing) {
    return ServiceCatalogue.of(
        config(Optional.of(region), facing, Map.of()), "p1", services, it -> it);
  }

  private static CloudConfig config(
      Optional<String> region, String facing, Map<String, URI> overrides) {
    return new CloudConfig(
        "acme",
        "clouds.yaml",
        URI.create("http://k.example/id/"),
        TinyCloud.password("anna"),
        region,
        facing,
        TlsSettings.USUAL,
        ProxyRules.NONE,
        overrides,
        FurtherSettings.NONE);
  }
}
