package org.defcore.declaration;

import java.util.List;
import java.util.Optional;
import org.defcore.capability.Kind;

/**
 * The servers of a cloud: their kind, their guests and the operations on them.
 *
 * @param kindAsWritten one of the words of {@link Kind}, or any other
 * @param engine hypervisor or container engine; absent only where servers are whole machines
 * @param architectures of the CPU: {@code x86_64}
 * @param guests kinds of guest that boot: {@code Linux}
 * @param imageFormats disk formats of images that boot: {@code qcow2}
 * @param notOffered operations that are not available, each once
 */
public record DeclaredCompute(
    String kindAsWritten,
    Optional<Engine> engine,
    List<String> architectures,
    List<String> guests,
    List<String> imageFormats,
    GuestKernel guestKernel,
    List<NotOffered> notOffered) {

  /** Hypervisor or container engine: {@code KVM 7.2}. */
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

  /** The kind; empty if it is none of the known ones. */
  public Optional<Kind> kind() {
    return Kind.parse(kindAsWritten);
  }
}
