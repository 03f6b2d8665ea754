package org.defcore.client.objectstore;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The outcome of a request about many things, whose own status says nothing.
 *
 * @param status {@code 201 Created}, {@code 200 OK}, or that of what failed
 * @param done how many files were made, or how many things deleted
 * @param errors names with a status each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BulkReport(
    @JsonProperty("Response Status") String status,
    @JsonProperty("Number Deleted") @JsonAlias("Number Files Created") int done,
    @JsonProperty("Errors") List<List<String>> errors) {

  public BulkReport {
    errors = errors.stream().map(List::copyOf).toList();
  }
}
