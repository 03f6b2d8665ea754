package org.defcore.simcloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.declaration.Declaration;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.simcloud.kind.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedDeclarationTest {

  @ParameterizedTest
  @EnumSource
  void declarationOfASimulatedCloudIsOneAndNamesItsKind(Kind kind) {
    Declaration declared =
        new DeclarationReader()
            .read(
                SimulatedDeclaration.text(kind).getBytes(UTF_8),
                "declaration of a simulated cloud");

    assertThat(declared.compute().orElseThrow().kindAsWritten()).isEqualTo(kind.word());
    assertThat(declared.offer().notOffered()).isEmpty();
    assertThat(declared.offer().facts()).hasSize(3);
  }
}
