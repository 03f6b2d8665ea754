package org.defcore.desk.bundle;

import java.util.List;
import java.util.Optional;
import org.defcore.bundle.BundleFacts;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.result.Integrity;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.RunSource;

/** A run whose file problems are told as everybody may read them. */
record PublishedRun(RunFolder folder) implements RunSource {

  @Override
  public Plan plan() {
    return folder.plan();
  }

  @Override
  public RunRecord record() {
    RunRecord record = folder.record();
    Integrity known = record.integrity();
    return record.knownAs(
        new Integrity(known.manifest(), known.hash(), BundleFacts.Run.opened(known.problems())));
  }

  @Override
  public List<Exchange> evidence(TestId test) {
    return folder.evidence(test);
  }

  @Override
  public List<Exchange> evidence(TestId test, int attempt) {
    return folder.evidence(test, attempt);
  }

  @Override
  public Optional<byte[]> file(String name) {
    return folder.file(name);
  }

  @Override
  public String nameOf(String file) {
    return folder.nameOf(file);
  }
}
