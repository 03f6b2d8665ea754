package org.defcore.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.defcore.result.Deviation;
import org.defcore.result.Integrity;
import org.defcore.result.RunRecord;
import org.defcore.result.remark.Remark;
import org.defcore.result.remark.RemarkKind;

/**
 * Facts of a run that a verdict needs besides outcomes.
 *
 * @param remarks their kinds and services
 * @param manifest hash of the manifest; null if the run has none
 * @param problems of the files of the run
 */
record RunFacts(
    List<Deviation> deviations,
    List<RunRemark> remarks,
    @org.jspecify.annotations.Nullable String manifest,
    List<String> problems) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** A remark as policies count it. */
  record RunRemark(String kind, String service) {

    static RunRemark of(Remark remark) {
      return new RunRemark(remark.kind().word(), remark.service());
    }

    Remark remark() {
      return new Remark(RemarkKind.parse(kind).orElseThrow(), service, "", "", "", "", 0, 1);
    }
  }

  static RunFacts of(RunRecord run) {
    return new RunFacts(
        run.deviations(),
        run.remarks().stream().map(RunRemark::of).distinct().toList(),
        run.integrity().hash().orElse(null),
        run.integrity().problems());
  }

  static RunFacts read(String json) {
    try {
      return MAPPER.readValue(json, RunFacts.class);
    } catch (JsonProcessingException e) {
      throw new StoreException("table run, column facts: " + e.getOriginalMessage());
    }
  }

  String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always writable", e);
    }
  }

  Integrity integrity() {
    return new Integrity(Optional.empty(), Optional.ofNullable(manifest), problems);
  }
}
