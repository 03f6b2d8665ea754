package org.defcore.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.yaml.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueReaderTest {

  private static final String SOUND =
      """
      service: compute
      tests:
        - id: 00000000-0000-4000-8000-000000000001
          names: [new.name, old.name]
          title: A server starts.
          basis: guest-access
          reason: Somebody logs in.
          needs: [service compute, microversion compute 2.2, image]
      """;

  private static final String REST =
      """
          absent: It was merged.
          operations: [reboot-hard, guest-login]
          kinds: [zone]
          corrects: 00000000-0000-4000-8000-000000000002
          lost: That it starts soon.
          uncorrected: It is one.
          rgw: It stops there.
      """;

  private static final String KEYS =
      "absent, basis, corrects, id, kinds, lost, names, needs, operations, reason, rgw, title,"
          + " uncorrected";

  private static final String NEEDS =
      "service <type>, extension <alias>, feature <name>, resource-type <name>,"
          + " hiding-tag, microversion <service and version>, image,"
          + " second-image, flavor, second-flavor, network, external-network, password,"
          + " second-project, disposable-user, password-history, lockout, guest-access, admin, reseller-admin, setting <which>, zone-parent,"
          + " quota <resource and amount>";

  @TempDir Path folder;

  @Test
  void readsEveryFieldOfAnEntry() throws IOException {
    write("compute.yaml", SOUND + REST);

    assertThat(new CatalogueReader().read(folder).entries())
        .containsExactly(
            new CatalogueEntry(
                TestId.of("00000000-0000-4000-8000-000000000001"),
                List.of("new.name", "old.name"),
                "compute",
                "A server starts.",
                Basis.GUEST_ACCESS,
                "Somebody logs in.",
                List.of(
                    new Need(Need.Kind.SERVICE, "compute"),
                    new Need(Need.Kind.MICROVERSION, "compute 2.2"),
                    new Need(Need.Kind.IMAGE, "")),
                Optional.of("It was merged."),
                new Applicability(
                    Set.of(Operation.GUEST_LOGIN, Operation.REBOOT_HARD), Set.of(Kind.ZONE)),
                new Correction(
                    Optional.of(TestId.of("00000000-0000-4000-8000-000000000002")),
                    Optional.of("That it starts soon."),
                    Optional.of("It is one.")),
                Optional.of("It stops there.")));
  }

  @Test
  void doesWithoutAReasonForTheApiContract() throws IOException {
    write(
        "compute.yaml",
        SOUND
            .replace("guest-access", "api-contract")
            .replace("    reason: Somebody logs in.\n", ""));

    assertThat(new CatalogueReader().read(folder).entries())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.basis()).isEqualTo(Basis.API_CONTRACT);
              assertThat(it.reason()).isEmpty();
              assertThat(it.absent()).isEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void saysWhereAFileIsBrokenAndHow(String text, List<String> problems) throws IOException {
    write("compute.yaml", text);

    assertThat(problems()).containsExactlyElementsOf(problems);
  }

  static Stream<Arguments> brokenFiles() {
    return Stream.concat(brokenDocuments(), brokenEntries());
  }

  private static Stream<Arguments> brokenDocuments() {
    return Stream.of(
        broken("", "compute.yaml: expected a mapping but the file is empty"),
        broken("# nothing\n", "compute.yaml: expected a mapping but the file is empty"),
        broken("a list\n", "compute.yaml:1: expected service, tests but found \"a list\""),
        broken(
            "service: [\n",
            "compute.yaml:2: not YAML: expected the node content, but found '<stream end>'"),
        broken("a: b\n---\nc: d\n", "compute.yaml:2: not YAML: but found another document"),
        broken("service: compute\n", "compute.yaml:1: \"tests\" is missing"),
        broken(
            "service: compute\ntests: []\n",
            "compute.yaml:2: tests: expected a list but found an empty list"),
        broken(
            "service: compute\ntests: [a]\n",
            "compute.yaml:2: expected " + KEYS + " but found \"a\""),
        broken(
            SOUND.replace("service: compute\n", "service: volume\n"),
            "compute.yaml:1: service: expected \"compute\" as the file is called,"
                + " found \"volume\""));
  }

  private static Stream<Arguments> brokenEntries() {
    return Stream.of(
        broken(
            SOUND.replace("names:", "nmaes:"),
            "compute.yaml:4: expected one of " + KEYS + " but found \"nmaes\"",
            "compute.yaml:3: \"names\" is missing"),
        broken(SOUND + "    title: Another one.\n", "compute.yaml:9: \"title\" stands here twice"),
        broken(
            SOUND.replace("00000001", "1"),
            "compute.yaml:3: id: expected a UUID but found" + " \"00000000-0000-4000-8000-00001\""),
        broken(
            SOUND.replace("[new.name, old.name]", "new.name"),
            "compute.yaml:4: names: expected a list but found \"new.name\""),
        broken(
            SOUND.replace("old.name", "[old]"),
            "compute.yaml:4: names: expected a text but found a list"),
        broken(
            SOUND.replace("A server starts.", ""),
            "compute.yaml:5: title: expected a text but found nothing"),
        broken(
            SOUND.replace("guest-access", "api-only"),
            "compute.yaml:6: basis: expected one of api-contract, instance-lifecycle,"
                + " guest-access, implementation but found \"api-only\""),
        broken(
            SOUND.replace("    reason: Somebody logs in.\n", ""),
            "compute.yaml:3: reason: must be given, as the basis is guest-access"),
        broken(
            SOUND.replace(", image", ", reader"),
            "compute.yaml:8: needs: expected " + NEEDS + " but found \"reader\""),
        broken(
            SOUND.replace("compute 2.2", "nova 2.2"),
            "compute.yaml:8: needs: expected " + NEEDS + " but found \"microversion nova 2.2\""),
        broken(
            SOUND.replace("[service compute,", "[service volume,"),
            "compute.yaml:8: needs: expected \"service compute\" among them"),
        broken(
            SOUND + "    operations: [reboot, resize]\n",
            "compute.yaml:9: operations: expected one of "
                + Operation.words()
                + " but found \"reboot\""),
        broken(
            SOUND + "    kinds: jail\n",
            "compute.yaml:9: kinds: expected a list but found \"jail\""),
        broken(
            SOUND + "    corrects: something\n    lost: Much.\n",
            "compute.yaml:9: corrects: expected a UUID but found \"something\""),
        broken(
            SOUND + "    corrects: 00000000-0000-4000-8000-000000000002\n",
            "compute.yaml:3: lost: must be given, as corrects is"),
        broken(SOUND + "    lost: Much.\n", "compute.yaml:3: corrects: must be given, as lost is"),
        broken(
            SOUND.replace("guest-access", "api-contract") + "    uncorrected: It cannot be.\n",
            "compute.yaml:9: uncorrected: cannot be given, as there is nothing to correct in"
                + " api-contract"));
  }

  private static Arguments broken(String text, String... problems) {
    return arguments(text, List.of(problems));
  }

  @Test
  void namesBothPlacesOfAnIdOrANameThatStandsTwice() throws IOException {
    write("compute.yaml", SOUND);
    write(
        "volume.yaml",
        """
        service: volume
        tests:
          - id: 00000000-0000-4000-8000-000000000001
            names: [other.name, old.name]
            title: A volume starts.
            basis: api-contract
            needs: [service volume]
        """);

    assertThat(problems())
        .containsExactly(
            "volume.yaml:3: \"00000000-0000-4000-8000-000000000001\" stands already at"
                + " compute.yaml:3",
            "volume.yaml:3: \"old.name\" stands already at compute.yaml:3");
  }

  @Test
  void collectsTheProblemsOfAllFiles() throws IOException {
    write("compute.yaml", SOUND.replace("guest-access", "luck"));
    write("dns.yaml", "");

    assertThatThrownBy(() -> new CatalogueReader().read(folder))
        .isInstanceOf(UnusableFile.class)
        .hasMessage(
            folder
                + ": 2 problem(s)\n"
                + "  compute.yaml:6: basis: expected one of api-contract, instance-lifecycle,"
                + " guest-access, implementation but found \"luck\"\n"
                + "  dns.yaml: expected a mapping but the file is empty");
  }

  @Test
  void refusesABombOfAliases() throws IOException {
    write("compute.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n");

    assertThat(problems())
        .containsExactly(
            "compute.yaml: not YAML that can be read safely: Number of aliases for non-scalar"
                + " nodes exceeds the specified max=0");
  }

  @Test
  void refusesNestingWithoutEnd() throws IOException {
    write("compute.yaml", "[".repeat(10_000));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("compute.yaml: not YAML that can be read safely: Nesting Depth exceeded");
  }

  @Test
  void neverMakesAnObjectThatAFileAsksFor() throws IOException {
    write("compute.yaml", "service: !!java.net.URL [compute]\ntests: [a]\n");

    assertThat(problems())
        .containsExactly(
            "compute.yaml:1: not YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:java.net.URL");
  }

  @Test
  void refusesBytesThatAreNotText() throws IOException {
    Files.write(
        folder.resolve("compute.yaml"), "title: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problems()).containsExactly("compute.yaml: expected UTF-8 but found other bytes");
  }

  @Test
  void refusesAFolderThatIsNotThereOrHoldsNothing() throws IOException {
    Path missing = folder.resolve("capabilties");
    write("README.md", "not a catalogue");

    assertThatThrownBy(() -> new CatalogueReader().read(missing))
        .isInstanceOf(UnusableFile.class)
        .hasMessage(missing + ": 1 problem(s)\n  expected a folder, found none");
    assertThatThrownBy(() -> new CatalogueReader().read(folder))
        .isInstanceOf(UnusableFile.class)
        .hasMessage(folder + ": 1 problem(s)\n  expected files that end in .yaml, found none");
  }

  private List<String> problems() {
    return catchThrowableOfType(UnusableFile.class, () -> new CatalogueReader().read(folder))
        .problems();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
