package org.defcore.report.declaration;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Path;
import java.util.List;
import org.defcore.capability.Kind;
import org.defcore.capability.Operation;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredCompute;
import org.defcore.declaration.DeclaredService;

/**
 * The gist of a declaration, for people and for programs.
 *
 * @param servers their kind as written; empty if the cloud has none
 * @param knownKind whether that is one of the kinds that decide which tests can be asked
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({
  "vendor",
  "product",
  "version",
  "release",
  "services",
  "servers",
  "known_kind",
  "not_offered"
})
public record DeclarationSummary(
    String vendor,
    String product,
    String version,
    String release,
    List<String> services,
    String servers,
    boolean knownKind,
    List<String> notOffered) {

  public DeclarationSummary {
    services = List.copyOf(services);
    notOffered = List.copyOf(notOffered);
  }

  public static DeclarationSummary of(Declaration declaration) {
    return new DeclarationSummary(
        declaration.product().vendor(),
        declaration.product().name(),
        declaration.product().version(),
        declaration.product().release(),
        declaration.services().stream().map(DeclaredService::type).sorted().toList(),
        declaration.compute().map(DeclaredCompute::kindAsWritten).orElse(""),
        declaration.offer().kind().isPresent(),
        declaration.offer().notOffered().stream().map(Operation::word).sorted().toList());
  }

  public List<String> lines(Path file) {
    return List.of(
        "%s: %s %s of %s, OpenStack %s".formatted(file, product, version, vendor, release),
        "services:    " + String.join(", ", services),
        "servers:     " + kind(),
        "not offered: " + (notOffered.isEmpty() ? "nothing" : String.join(", ", notOffered)));
  }

  private String kind() {
    if (servers.isEmpty()) {
      return "none";
    }
    return knownKind
        ? servers
        : "%s, which is none of %s: no test is left out for it".formatted(servers, Kind.words());
  }
}
