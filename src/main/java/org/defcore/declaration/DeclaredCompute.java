package org.defcore.declaration;

import java.util.List;
import java.util.Optional;
import org.defcore.capability.Kind;

/**
 * What a server is, and what can be done with it.
 *
 * @param kindAsWritten one of the words of {@link Kind}, or any other
 * @param engine hypervisor or container engine; absent only where servers are whole machines
 * @param architectures of the CPU: {@code x86_64}
 * @param guests kinds of guest that boot: {@code Linux}
 * @param imageFormats disk formats of images that boot: {@code qcow2}
 * @param notOffered operations that cannot be had, each once
 */
public record DeclaredCompute(
    String kindAsWritten,
    Optional<Engine> engine,
    List<String> architectures,
    List<String> guests,
    List<String> imageFormats,
    GuestKernel guestKernel,
    List<NotOffered> notOffered) {

  /** What runs the guests: {@code KVM 7.2}. */
  public record Engine(String name, String version) {

    @Override
    public String toString() {
      return name + " " + version;
    }
  }

  public DeclaredCompute {
    architectures = List.copyOf(architectures);
    guests = List.copyOf(guests);
    imageFormats = List.copyOf(imageFormats);
    notOffered = List.copyOf(notOffered);
  }

  /** Empty for a kind that has no word here. */
  public Optional<Kind> kind() {
    return Kind.parse(kindAsWritten);
  }
}
