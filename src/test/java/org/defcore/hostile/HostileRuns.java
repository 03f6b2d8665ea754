package org.defcore.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.hostile.Behaviour.Met;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;

/** JSON that means no good: one run on a cloud that does something else in each of its tests. */
final class HostileRuns {

  static final String PASSWORD = "pa55-w0rd-of-demo";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Behaviour> all = new ArrayList<>();
  private final List<String> defects = new ArrayList<>();
  private final List<String> tests = new ArrayList<>();
  private final Map<String, JsonNode> outcomes = new LinkedHashMap<>();

  static List<Behaviour> all() {
    HostileRuns runs = new HostileRuns();
    runs.all.add(new Behaviour("run", "all of the following", runs::run));
    runs.names();
    runs.ids();
    runs.secrets();
    return runs.all;
  }

  private void names() {
    meets(
        "6e85fde4-b3cd-4137-ab72-ed5f418e8c24",
        "names that move the cursor and turn the text around",
        "compute.flavors.detail.set=/flavors/*/name:\"\\u001b]0;x\\u0007\\u202e<script>\\r\\n\"");
    meets(
        "a8333aa2-205c-449f-a828-d38c2489bf25",
        "names of half a character",
        "compute.availability-zones.list.set=/availabilityZoneInfo/*/zoneName:\"\\ud800\"");
    meets(
        "622b925c-479f-4736-860d-adeaf13bc371",
        "a name of 100 KB",
        "image.schemas.image.set=/name:\"" + "x".repeat(100_000) + "\"");
    meets(
        "61e03386-89c3-449c-9bb1-a06f423fd9d1",
        "a server that is built without end and does not go",
        "compute.servers.show.set=/server/status:\"BUILD\"",
        "compute.servers.delete.idle=204");
  }

  private void ids() {
    meets(
        "e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59",
        "ids that lead elsewhere",
        "compute.flavors.list.set=/flavors/*/id:\"../../v3/users?#%zz\"");
    meets(
        "f848bb94-1c6e-45a4-8726-39e3a5b23535",
        "a new resource with the id of another kind",
        "image.images.create.set=/id:\"../../v2.1/servers\"");
  }

  private void secrets() {
    meets(
        "56b57ced-22b8-4127-9b8a-565dfb0207e2",
        "the password in an address",
        "identity.catalog.show.set=/catalog/*/endpoints/*/url:\"http://u:%s@x/\"");
    meets(
        "86128d46-e170-4644-866a-cc487f699e1d",
        "the password as a request id",
        "identity.projects.list.header-set=X-Openstack-Request-Id:%s",
        "identity.projects.list.status=500");
    meets(
        "01f1ae88-eba9-4c6b-a011-6f7ace06b725",
        "the password as a field",
        "volume.availability-zones.list.extra=/%s");
    meets(
        "25c8d7b2-df21-460f-87ac-93130bcdc684",
        "the password as a content type and as a header",
        "image.schemas.images.header-set=Content-Type:%s",
        "image.schemas.images.header-set=X-%s:1",
        "image.schemas.images.status=500");
    meets(
        "77838fc4-b49b-4c64-9533-166762517369",
        "the request in place of the answer",
        "volume.versions.list.content=echo");
    meets(
        "cac8a836-c2e0-4304-b556-cd299c7281d1",
        "the password as a version",
        "network.versions.list.set=/versions/0/id:\"v%s\"");
  }

  private void meets(String test, String name, String... wrong) {
    tests.add(test);
    Stream.of(wrong).map(it -> it.replace("%s", PASSWORD)).forEach(defects::add);
    all.add(new Behaviour("test", name, () -> outcome(outcomes.get(test))));
  }

  private static Met outcome(JsonNode outcome) {
    return new Met(
        outcome.path("outcome").asText(),
        outcome.path("reason").asText(),
        outcome.toString(),
        Optional.of(Duration.parse(outcome.path("took").asText())));
  }

  private Met run() throws IOException {
    Path dir = Files.createTempDirectory("hostile");
    try (SimulatedCloud cloud =
        SimulatedCloud.start(
            SimulatedCloudOptions.usual().withPassword(PASSWORD).withDefects(defects))) {
      Said said =
          new Shell(dir)
              .with(cloud)
              .run(
                  "run",
                  "--os-cloud",
                  "simulated",
                  "--guideline",
                  "2020.06",
                  "--wait",
                  "2",
                  "--test",
                  String.join(",", tests),
                  "--out",
                  "out");
      String told = said.out() + said.err();
      if (said.code() == 70
          || !Files.exists(dir.resolve("out/outcomes.jsonl"))
          || told.matches("(?s).*[\\u0000-\\u0008\\u000b-\\u001f\\u202e].*")) {
        throw new IllegalStateException(told);
      }
      for (String line : Files.readAllLines(dir.resolve("out/outcomes.jsonl"))) {
        outcomes.put(JSON.readTree(line).path("id").asText(), JSON.readTree(line));
      }
      return Met.of(
          "exit " + said.code() + ", " + left(said, cloud.resources()),
          said.err(),
          told + text(dir.resolve("out")));
    }
  }

  /** States if each thing that is left in the cloud has a line. */
  private static String left(Said said, List<String> there) {
    return there.stream().allMatch(it -> said.err().contains(it.replaceFirst(".* ", "")))
        ? "tells of all that is left"
        : "does not tell of all that is left";
  }

  /** All that is in a folder. */
  private static String text(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(HostileRuns::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
