package org.defcore.guideline.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Roots;
import org.defcore.guideline.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuidelineLibraryTest {

  @TempDir private Path root;

  @Test
  void listsByGroupThenName() throws IOException {
    write("next.json", "next", "");
    write("2030.01.json", "2030.01", "");
    write("add-ons/dns.2030.01.json", "dns.2030.01", "");
    write("verticals/nfv.next.json", "nfv.next", "");
    Files.writeString(root.resolve("policy.yaml"), "a: b");
    Files.createDirectory(root.resolve("schema"));
    Files.writeString(root.resolve("2029.json"), "{");

    List<GuidelineLibrary.Entry> entries = library().list();

    assertThat(entries)
        .extracting(GuidelineLibrary.Entry::name)
        .containsExactly("2029", "2030.01", "next", "dns.2030.01", "nfv.next");
    assertThat(entries.get(0).guideline()).isEmpty();
    assertThat(entries.get(0).findings())
        .extracting(Finding::message)
        .containsExactly(
            "line 1, column 2: expected more JSON but found the end of the file: it seems cut off");
  }

  @Test
  void findsByEveryWayOfWritingAName() throws IOException {
    write("2030.01.json", "2030.01", "");
    write("add-ons/dns.2030.01.json", "dns.2030.01", "");
    Path own = root.resolve("own.txt");
    Files.copy(root.resolve("2030.01.json"), own);

    assertThat(library().find("2030.01").id()).isEqualTo("2030.01");
    assertThat(library().find("2030.01.json").id()).isEqualTo("2030.01");
    assertThat(library().find("dns.2030.01").id()).isEqualTo("dns.2030.01");
    assertThat(library().find("add-on/dns.2030.01").id()).isEqualTo("dns.2030.01");
    assertThat(library().find("add-ons/dns.2030.01").id()).isEqualTo("dns.2030.01");
    assertThat(library().find(own.toString()).id()).isEqualTo("2030.01");
  }

  @Test
  void unknownNameIsAnsweredWithTheNearestFirst() throws IOException {
    for (String id : List.of("2015.03", "2020.06", "2019.11", "next")) {
      write(id + ".json", id, "");
    }

    assertThatThrownBy(() -> library().find("2020.6"))
        .isInstanceOf(GuidelineException.class)
        .hasMessage(
            "guideline '2020.6': no such guideline or file. Did you mean 2020.06, 2019.11, 2015.03?"
                + " All: defcore guideline list");
    assertThatThrownBy(() -> new GuidelineLibrary(List.of()).find("next"))
        .hasMessage("guideline 'next': expected a file, as there are no guidelines in []");
  }

  @Test
  void namesFromTheNetworkNeverLeaveTheFolders() throws IOException {
    write("2030.01.json", "2030.01", "");
    Path own = root.resolve("own.txt");
    Files.copy(root.resolve("2030.01.json"), own);

    assertThatThrownBy(() -> library().bundled(own.toString()))
        .isInstanceOf(GuidelineException.class)
        .hasMessageContaining("no such guideline or file. Did you mean 2030.01");
    assertThatThrownBy(() -> library().bundled("add-on/../2030.01"))
        .isInstanceOf(GuidelineException.class);
    assertThatThrownBy(() -> library().find("a\0b")).isInstanceOf(GuidelineException.class);
  }

  @Test
  void componentThatIsNowhereIsAnError() throws IOException {
    write("nfv.json", "nfv.next", ", {\"name\": \"far\", \"source\": \"https://x/2029.01.json\"}");

    assertThatThrownBy(() -> library().find("nfv"))
        .hasMessage(
            "nfv.next: expected guideline \"2029.01\" for component \"far\" but the library has"
                + " none: add it to the guidelines folder");

    write("2029.01.json", "2029.01", "");
    assertThatThrownBy(() -> library().find("nfv"))
        .hasMessage(
            "nfv.next: expected component \"far\" in guideline 2029.01 but found os_powered_c");
  }

  @ParameterizedTest
  @EnumSource
  void nfvTakesItsComputeComponentFromAnOlderSchema(Roots roots) {
    Guideline nfv = roots.library().find("vertical/nfv.next");
    Target target = nfv.target("nfv").orElseThrow();

    assertThat(target.kind()).isEqualTo(Target.Kind.VERTICAL);
    assertThat(target.title()).isEqualTo("OpenStack Powered NFV Platform");
    assertThat(target.components())
        .containsExactly("os_powered_nfv_platform", "os_powered_compute");
    assertThat(nfv.oddities())
        .extracting(Finding::message)
        .contains("2017.09 has no component \"os_powered_compute\": read as its \"compute\"");
  }

  @ParameterizedTest
  @EnumSource
  void addOnsKnowTheirPlatform(Roots roots) {
    GuidelineLibrary library = roots.library();
    Guideline dns = library.find("dns.2020.06");
    Target target = dns.targets().get(0);

    assertThat(target.kind()).isEqualTo(Target.Kind.ADD_ON);
    assertThat(target.prerequisites()).containsExactly("os_powered_compute");
    assertThat(library.platformOf(dns)).map(Guideline::id).contains("2020.06");
    assertThat(library.platformOf(library.find("dns.next"))).map(Guideline::id).contains("next");
    assertThat(library.platformOf(library.find("orchestration.2018.02")))
        .map(Guideline::id)
        .contains("2018.02");
    assertThat(library.platformOf(library.find("2020.06"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void storageIsAnotherWordForObject(Roots roots) {
    Guideline guideline = roots.library().find("2020.06");

    assertThat(guideline.targets())
        .extracting(Target::key)
        .containsExactly("platform", "compute", "object");
    assertThat(guideline.target("storage")).isEqualTo(guideline.target("object"));
    assertThat(guideline.target("dns")).isEmpty();
  }

  private GuidelineLibrary library() {
    return new GuidelineLibrary(List.of(root));
  }

  private void write(String file, String id, String moreComponents) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        """
        {"metadata": {"id": "%s", "schema": "2.0",
           "os_trademark_approval": {"status": "draft", "releases": [],
             "target_approval": "2030.01"}},
         "platforms": {"OpenStack Powered Platform":
           {"components": [{"name": "os_powered_c"}%s]}},
         "components": {"os_powered_c": {"capabilities": {"required": []}}},
         "capabilities": {}}
        """
            .formatted(id, moreComponents));
  }
}
