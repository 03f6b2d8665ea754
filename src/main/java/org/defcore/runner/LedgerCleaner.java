package org.defcore.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.kit.Janitor;
import org.defcore.kit.Ledger;
import org.defcore.kit.Poll;
import org.defcore.result.RunFolder;

/** Removes what a run that died left in the cloud: what its ledger names, and nothing else. */
public final class LedgerCleaner {

  /**
   * The resources of a ledger after clean-up.
   *
   * @param removed in the order of removal, the last made first
   * @param left what may still be there, with the reason
   */
  public record Report(List<String> removed, List<String> left) {}

  private final Duration patience;

  /** One that waits for up to five minutes until a resource is gone. */
  public LedgerCleaner() {
    this(Duration.ofMinutes(5));
  }

  /**
   * @param patience longest wait until a resource is gone
   */
  public LedgerCleaner(Duration patience) {
    this.patience = patience;
  }

  /** Cleans up after a run; to be called again without harm. */
  public Report clean(RunFolder folder, CloudConfig cloud, Optional<CloudConfig> second) {
    List<Ledger.Entry> entries = new ArrayList<>(Ledger.outstanding(folder.ledger()));
    Collections.reverse(entries);
    List<String> removed = new ArrayList<>();
    List<String> left = new ArrayList<>();
    if (entries.isEmpty()) {
      return new Report(removed, left);
    }
    try (CloudAccess access = CloudAccess.login(cloud, second);
        Ledger ledger = Ledger.open(folder.ledger())) {
      Poll poll = new Poll(patience, () -> false, Poll.Time.SYSTEM);
      for (Ledger.Entry entry : entries) {
        try {
          int found =
              new Janitor(access.session(entry.role()), access.recording(), poll)
                  .remove(entry, Janitor.LATE);
          ledger.deleted(entry);
          if (found > 0) {
            removed.add(entry.toString());
          }
        } catch (RuntimeException | AssertionError e) {
          left.add(
              entry
                  + ": "
                  + new MessageText(access.secrets()).line(String.valueOf(e.getMessage())));
        }
      }
    }
    return new Report(List.copyOf(removed), List.copyOf(left));
  }
}
