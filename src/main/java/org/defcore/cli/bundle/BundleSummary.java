package org.defcore.cli.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleFacts;
import org.defcore.bundle.SignerRole;
import org.defcore.bundle.Tier;
import org.defcore.signature.SshSignature;

/** Facts that a bundle tells of itself. */
record BundleSummary(Bundle bundle) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    json().forEach((key, value) -> lines.add(key.replace('_', ' ') + ": " + words(value)));
    return lines;
  }

  private static String words(Object value) {
    return value instanceof List<?> list
        ? list.isEmpty() ? "none" : String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  Map<String, Object> json() {
    BundleFacts facts = bundle.facts();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", facts.format());
    all.put("run", facts.run().id());
    all.put("guideline", facts.scoring().guideline());
    all.put("target", facts.scoring().target());
    all.put("as_of", facts.scoring().asOf());
    all.put("created", facts.created());
    all.put("tool", facts.tool());
    all.put("suite", "sha256:" + facts.suite().sha256());
    all.put("tiers", bundle.tiers().stream().map(Tier::word).toList());
    all.put("withheld", bundle.withheld().stream().map(Tier::word).toList());
    all.put("parts", bundle.sums().size());
    all.put("signatures_unchecked", bundle.signatures().stream().map(this::signature).toList());
    return all;
  }

  private String signature(String part) {
    SshSignature signature = bundle.signature(part);
    String role =
        SignerRole.ofNamespace(signature.namespace())
            .map(SignerRole::word)
            .orElse(signature.namespace());
    return role + " " + signature.key().fingerprint();
  }
}
