package org.defcore.declaration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.capability.Offer;
import org.defcore.capability.Operation;
import org.defcore.declaration.Contact;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.Declarations;
import org.defcore.declaration.DeclaredCompute;
import org.defcore.declaration.DeclaredIdentity;
import org.defcore.declaration.DeclaredNetwork;
import org.defcore.declaration.DeclaredNetwork.Ipv6;
import org.defcore.declaration.DeclaredObjectStore;
import org.defcore.declaration.DeclaredService;
import org.defcore.declaration.DesignatedSection;
import org.defcore.declaration.DesignatedSection.State;
import org.defcore.declaration.GuestKernel;
import org.defcore.declaration.MicroversionNumber;
import org.defcore.declaration.MicroversionWindow;
import org.defcore.declaration.NotOffered;
import org.defcore.declaration.PolicyOff;
import org.defcore.declaration.Product;
import org.defcore.declaration.ProductType;
import org.defcore.yaml.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationReaderTest {

  @TempDir private Path folder;

  @Test
  void readsNoMoreThanAnyDeclarationNeeds() throws IOException {
    Path file = Files.writeString(folder.resolve("large.yaml"), "#".repeat(8 * 1024 * 1024 + 1));

    UnusableFile refused =
        catchThrowableOfType(
            UnusableFile.class, () -> new DeclarationReader().read(file, "large.yaml"));

    assertThat(refused).hasMessageContaining("expected at most 8 MiB but found more");
  }

  @Test
  void readsEveryField() {
    assertThat(Declarations.sound())
        .isEqualTo(
            new Declaration(
                new Product("Acme", "Acme Cloud", "1.2", ProductType.PUBLIC_CLOUD, "Zed"),
                new Contact("Anna", "anna@acme.example"),
                List.of(
                    new DeclaredService(
                        "compute",
                        "nova",
                        "26.1.0",
                        List.of(),
                        List.of("libvirt"),
                        Optional.of(
                            new MicroversionWindow(
                                new MicroversionNumber(2, 1), new MicroversionNumber(2, 93)))),
                    new DeclaredService(
                        "network",
                        "neutron",
                        "21.0.0",
                        List.of("one"),
                        List.of(),
                        Optional.empty()),
                    new DeclaredService(
                        "object-store", "swift", "2.30.1", List.of(), List.of(), Optional.empty())),
                Optional.empty(),
                Optional.of(
                    new DeclaredCompute(
                        "virtual-machine",
                        Optional.of(new DeclaredCompute.Engine("KVM", "7.2")),
                        List.of("x86_64"),
                        List.of("Linux"),
                        List.of("qcow2", "raw"),
                        GuestKernel.OWN,
                        List.of(new NotOffered(Operation.RESIZE, "too hard")))),
                Optional.of(new DeclaredNetwork(DeclaredNetwork.Model.FLOATING_IP, Ipv6.YES)),
                Optional.of(new DeclaredObjectStore("Swift", "2.30.1")),
                List.of(new PolicyOff("compute", "servers:resize", "too hard")),
                List.of(
                    new DesignatedSection("nova", "API", State.UNMODIFIED, ""),
                    new DesignatedSection("swift", "proxy", State.MODIFIED, "faster"))));
  }

  private static DeclaredIdentity identity(String rules) {
    return Declarations.reading("compute:\n", "identity: " + rules + "\ncompute:\n")
        .identity()
        .orElseThrow();
  }

  @Test
  void readsTheRulesForPasswords() {
    DeclaredIdentity both = identity("{password_history: 5, lockout: {attempts: 3, seconds: 60}}");

    assertThat(both)
        .isEqualTo(
            new DeclaredIdentity(Optional.of(5), Optional.of(new DeclaredIdentity.Lockout(3, 60))));
    assertThat(identity("{}")).isEqualTo(new DeclaredIdentity(Optional.empty(), Optional.empty()));
    assertThatThrownBy(() -> identity("{password_history: 0}"))
        .hasMessageContaining("password_history: expected a number from 1 on but found");
  }

  @ParameterizedTest
  @MethodSource("org.defcore.declaration.Declarations#samples")
  void readsThePublishedSamples(Path sample) {
    assertThat(new DeclarationReader().read(sample).services()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kvm, VIRTUAL_MACHINE, change-password",
    "lxc, SYSTEM_CONTAINER, attach-volume change-password create-image resize suspend",
    "zones, ZONE, attach-volume change-password create-image rebuild suspend",
    "ironic, BARE_METAL, attach-volume change-password create-image resize suspend",
    "devcloud-fake, , guest-login",
    "devcloud-guests, VIRTUAL_MACHINE, change-password",
    "devcloud-qemu, VIRTUAL_MACHINE, change-password guest-login",
    "devcloud-lxc, SYSTEM_CONTAINER,"
        + " attach-volume change-password create-image guest-login suspend"
  })
  void samplesSayWhatCannotBeAskedOfThem(String sample, Kind kind, String missing) {
    Offer offer =
        new DeclarationReader().read(Declarations.SAMPLES.resolve(sample + ".yaml")).offer();

    assertThat(offer.kind()).isEqualTo(Optional.ofNullable(kind));
    assertThat(offer.notOffered().stream().map(Operation::word).sorted())
        .isEqualTo(List.of(missing.split(" ")));
  }

  @Test
  void takesAKindWithoutAWordHere() {
    Declaration declaration = Declarations.reading("kind: virtual-machine", "kind: unikernel");

    assertThat(declaration.compute()).map(DeclaredCompute::kindAsWritten).contains("unikernel");
    assertThat(declaration.offer())
        .isEqualTo(new Offer(Optional.empty(), Set.of(Operation.RESIZE)));
  }

  @Test
  void machinesNeedNoEngine() {
    Declaration declaration =
        Declarations.reading(
            "kind: virtual-machine\n  engine: {name: KVM, version: \"7.2\"}", "kind: bare-metal");

    assertThat(declaration.compute()).flatMap(DeclaredCompute::engine).isEmpty();
  }

  @Test
  void takesVersionsThatNobodyQuoted() {
    Declaration declaration =
        Declarations.reading("min: \"2.1\", max: \"2.93\"", "min: 2.1, max: 2.100");

    assertThat(declaration.service("compute").flatMap(DeclaredService::microversions))
        .map(MicroversionWindow::toString)
        .contains("2.1 to 2.100");
  }

  @Test
  void readsJson() {
    String json =
        """
        {"format": "defcore-declaration/1", "vendor": "Acme", "product": "Store", "version": "1",
         "type": "distribution", "release": "2023.1",
         "contact": {"name": "Anna", "email": "anna@acme.example"},
         "services": [{"service": "identity", "project": "keystone", "version": "23.0.0",
           "patches": [], "drivers": []}],
         "policies_off": [],
         "designated_sections": [{"project": "keystone", "section": "auth", "state": "unmodified"}]}
        """;

    Declaration declaration = Declarations.read(json);

    assertThat(declaration.product().release()).isEqualTo("2023.1");
    assertThat(declaration.compute()).isEmpty();
    assertThat(declaration.offer()).isEqualTo(Offer.EVERYTHING);
  }

  @ParameterizedTest
  @MethodSource({
    "org.defcore.declaration.Declarations#broken",
    "org.defcore.declaration.Declarations#brokenForTheReaderAlone"
  })
  void saysWhereADeclarationIsWrongAndHow(String text, List<String> problems) throws IOException {
    assertThat(problems(text)).isEqualTo(problems);
  }

  @Test
  void tellsAllProblemsAtOnce() throws IOException {
    String text =
        Declarations.with("vendor: Acme", "vendor: <who>")
            .replace("type: public-cloud", "type: cloud")
            .replace("kernel: own", "kernel: linux");

    assertThat(problems(text))
        .containsExactly(
            "d.yaml:2: vendor: still the placeholder <who>: write what is true",
            "d.yaml:5: type: expected one of distribution, public-cloud, hosted-private but found"
                + " \"cloud\"",
            "d.yaml:23: kernel: expected one of own, shared, none but found \"linux\"");
  }

  @Test
  void namesTheFileAsGivenUnlessTold() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "a list\n");

    UnusableFile failure =
        catchThrowableOfType(UnusableFile.class, () -> new DeclarationReader().read(file));

    assertThat(failure)
        .hasMessageStartingWith(file + ": 1 problem(s)\n  " + file + ":1: expected ");
  }

  private List<String> problems(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("d.yaml"), text);
    return catchThrowableOfType(
            UnusableFile.class, () -> new DeclarationReader().read(file, "d.yaml"))
        .problems();
  }
}
