package org.defcore.report.declaration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.Statement;
import org.defcore.report.EnumWord;
import org.defcore.report.Json;

/** The declaration and its comparison with the observation as JSON. */
public final class DeclarationJson {

  private DeclarationJson() {}

  public static void write(ObjectNode node, DeclaredConfiguration declared) {
    Declaration declaration = declared.declaration();
    node.put("vendor", declaration.product().vendor());
    node.put("product", declaration.product().name());
    node.put("version", declaration.product().version());
    node.put("type", declaration.product().type().word());
    node.put("release", declaration.product().release());
    declaration.compute().ifPresent(it -> node.put("kind", it.kindAsWritten()));
    Json.objects(
        node,
        "statements",
        Statement.of(declaration),
        (child, it) -> child.put("what", it.what()).put("value", it.value()));
    Json.objects(
        node,
        "compared",
        declared.compared(),
        (child, it) ->
            child
                .put("what", it.what())
                .put("declared", it.declared())
                .put("observed", it.observed())
                .put("standing", EnumWord.of(it.standing()))
                .put("source", it.source())
                .put("why", it.why()));
  }
}
