package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.defcore.client.Query;
import org.defcore.client.objectstore.ListedContainer;
import org.defcore.client.objectstore.ListedObject;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.http.message.Recording;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in an account that has the containers and objects of others, and metadata of its user. */
final class CrowdedAccountTest {

  private static final int MANY = 10_000;
  private static final String COLOUR = "X-Account-Meta-Colour";
  private static final String BARE = "b904c2e3-24c2-4dba-ad7d-04e90a761be5";

  /** They sort before, between and after those of a run. */
  private static final List<String> CONTAINERS =
      List.of("%20", "0", "Mine", "defcore", "defcore-", "defcore-z", "mine", "zz", "~", "\u00fc");

  private static final List<String> OBJECTS = List.of("whole", "part/%d", "thing-%d", "%d", "~%d");

  @TempDir Path dir;

  @Test
  void whatOthersHaveDisturbsNoTestAndIsNotTouched() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      fill(cloud);
      List<String> all = cloud.resources();
      List<Object> before = content(cloud);

      List<TestResult> results =
          new SimulatedRun(dir)
              .run(new Selection(List.of(), List.of(), List.of("object-store")), cloud, () -> {})
              .record()
              .results();

      assertThat(results)
          .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
          .filteredOn(it -> !it.id().toString().equals(BARE))
          .hasSizeGreaterThan(50)
          .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
      assertThat(results)
          .filteredOn(it -> it.id().toString().equals(BARE))
          .singleElement()
          .satisfies(it -> assertThat(it.code()).isEqualTo("no-setting"))
          .satisfies(it -> assertThat(it.reason()).contains("x-account-meta-colour"));
      assertThat(cloud.resources()).containsExactlyInAnyOrderElementsOf(all);
      assertThat(content(cloud)).isEqualTo(before);
    }
  }

  private void fill(SimulatedCloud cloud) throws IOException {
    try (CloudAccess access = login(cloud)) {
      ObjectStoreClient store = store(access);
      store.update("", Map.of(COLOUR, "red"));
      CONTAINERS.forEach(it -> store.create("/" + it, Map.of("X-Container-Meta-Of", "others")));
      IntStream.range(0, MANY)
          .parallel()
          .forEach(
              it -> {
                String container = CONTAINERS.get(it % CONTAINERS.size());
                String name = OBJECTS.get(it / CONTAINERS.size() % OBJECTS.size()).formatted(it);
                byte[] data = name.getBytes(StandardCharsets.UTF_8);
                store(access).upload("/" + container + "/" + name + "/" + it, data, Map.of());
              });
    }
  }

  /** All that the account tells of itself, of its containers and of their objects. */
  private List<Object> content(SimulatedCloud cloud) throws IOException {
    try (CloudAccess access = login(cloud)) {
      ObjectStoreClient store = store(access);
      List<Object> content = new ArrayList<>();
      content.add(store.show("").find(COLOUR).equals(Optional.of("red")));
      content.addAll(store.entries("", ListedContainer[].class));
      for (String container : CONTAINERS) {
        content.add(store.show("/" + container).find("X-Container-Meta-Of"));
        content.addAll(
            store.entries("/" + container, ListedObject[].class, Query.by("limit", MANY)));
      }
      assertThat(content).hasSizeGreaterThan(MANY);
      return content;
    }
  }

  private static ObjectStoreClient store(CloudAccess access) {
    return new ObjectStoreClient(access.member().service("object-store", new Recording()));
  }

  private CloudAccess login(SimulatedCloud cloud) throws IOException {
    RunOrder order = new SimulatedRun(dir).order(cloud, Selection.ALL, 4);
    return CloudAccess.login(order.cloud(), order.second());
  }
}
