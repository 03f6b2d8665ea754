package org.defcore.cli.options;

import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.defcore.simcloud.kind.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how the simulated cloud makes its servers. */
public final class KindOption {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Kind kind = Kind.VIRTUAL_MACHINE;

  /**
   * Takes the kind of compute by its word.
   *
   * @throws ParameterException for another kind, before any work is done
   */
  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "virtual-machine",
      completionCandidates = KindWords.class,
      description =
          "How the cloud makes its servers, one of ${COMPLETION-CANDIDATES}; it refuses what such"
              + " clouds refuse. Default: ${DEFAULT-VALUE}.")
  void kind(String word) {
    kind =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), "--kind", Kind.class, word);
  }

  public Kind kind() {
    return kind;
  }

  private static final class KindWords implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Stream.of(Kind.values()).map(Kind::word).iterator();
    }
  }
}
