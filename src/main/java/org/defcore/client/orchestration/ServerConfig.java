package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A software configuration as its server reads it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServerConfig(String id, List<Input> inputs) {

  public ServerConfig {
    inputs = List.copyOf(inputs);
  }

  /** A named value. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Input(String name, String value) {}

  /** The value of that name; empty if there is none. */
  public String input(String name) {
    return inputs.stream()
        .filter(it -> it.name().equals(name))
        .map(Input::value)
        .findFirst()
        .orElse("");
  }
}
