package org.defcore.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.clouds.CloudConfig;
import org.defcore.http.redact.Secrets;
import org.defcore.kit.Janitor;
import org.defcore.kit.Leaks;
import org.defcore.kit.Leaks.Leak;
import org.defcore.kit.Ledger;
import org.defcore.kit.LedgerContent;
import org.defcore.kit.Poll;
import org.defcore.kit.resource.CleanupAccess;
import org.defcore.kit.resource.DisposableUser;
import org.defcore.result.Plan;
import org.defcore.result.RunException;
import org.defcore.result.RunFolder;

/** Removes what a run that died left in the cloud: what its ledger names, and nothing else. */
public final class LedgerCleaner {

  /**
   * The time after an intent in which a cloud may still do what it was asked for, whoever it was
   * that gave up: several times the usual deadlines of gateways and of services among themselves.
   */
  public static final Duration LONG_AFTER = Duration.ofMinutes(5);

  private static final MessageText NO_SECRETS = new MessageText(new Secrets());
  private static final Pattern RUN_ID = Pattern.compile("defcore-\\d{8}-\\d{6}-[0-9a-f]{6}");

  /**
   * The resources of a ledger after clean-up.
   *
   * @param removed in the order of removal, the last made first
   * @param left lines about what is still there, or may be
   */
  public record Report(List<String> removed, List<String> left) {

    public Report {
      removed = List.copyOf(removed);
      left = List.copyOf(left);
    }
  }

  private final Duration patience;
  private final Clock clock;
  private final Poll.Time time;

  /** One that waits for up to five minutes until a resource is gone. */
  public LedgerCleaner() {
    this(Duration.ofMinutes(5), Clock.systemUTC(), Poll.Time.SYSTEM);
  }

  /**
   * @param patience longest wait until a resource is gone
   * @param time of waits
   */
  LedgerCleaner(Duration patience, Clock clock, Poll.Time time) {
    this.patience = patience;
    this.clock = clock;
    this.time = time;
  }

  /**
   * Cleans up after a run; to be called again without harm.
   *
   * @param disposable the user whose password the run may have changed
   * @throws RunException if the clouds are not those of the run
   */
  public Report clean(
      RunFolder folder,
      CloudConfig cloud,
      Optional<CloudConfig> second,
      Optional<CloudConfig> disposable) {
    Plan plan = folder.plan();
    if (LedgerContent.read(folder.ledger()).open().isEmpty()) {
      return clean(folder, plan, Optional.empty());
    }
    SameCloud same = new SameCloud(plan, "removed");
    same.check(cloud);
    second.ifPresent(same::check);
    disposable.ifPresent(same::check);
    try (CloudAccess access = CloudAccess.login(cloud, second, disposable)) {
      access.sessions().values().forEach(same::check);
      return clean(folder, plan, Optional.of(access));
    }
  }

  /**
   * Cleans up after a run.
   *
   * @param access to the clouds of the run; absent if there is nothing to remove
   */
  Report clean(RunFolder folder, Plan plan, Optional<CloudAccess> access) {
    LedgerContent content = LedgerContent.read(folder.ledger());
    Ledger ledger = new Ledger(folder.ledger(), clock);
    Cleaned cleaned =
        new Cleaned(prefix(plan), ledger, access.flatMap(it -> it.disposable(ledger)));
    for (int i = content.open().size() - 1; i >= 0 && access.isPresent(); i--) {
      cleaned.remove(content.open().get(i), access.get());
    }
    content.unreadable().stream()
        .map(it -> "may have been left behind: " + it + ": look for " + prefix(plan) + "…")
        .map(NO_SECRETS::line)
        .forEach(cleaned.left::add);
    return new Report(cleaned.removed, cleaned.left);
  }

  private static String prefix(Plan plan) {
    if (!RUN_ID.matcher(plan.runId()).matches()) {
      throw new RunException(
          "plan.json: /run_id: expected defcore-<date>-<time>-<6 hexadecimal digits> but found \"%s\": nothing was removed"
              .formatted(NO_SECRETS.line(plan.runId())));
    }
    return plan.runId() + "-";
  }

  /** A clean-up in progress. */
  private final class Cleaned {

    private final String prefix;
    private final Ledger ledger;
    private final Optional<DisposableUser> disposable;
    private Optional<Long> firstLook = Optional.empty();
    private final List<String> removed = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    Cleaned(String prefix, Ledger ledger, Optional<DisposableUser> disposable) {
      this.prefix = prefix;
      this.ledger = ledger;
      this.disposable = disposable;
    }

    void remove(LedgerContent.Open open, CloudAccess access) {
      Ledger.Entry entry = open.entry();
      MessageText text = new MessageText(access.secrets());
      Poll poll = new Poll(patience, () -> false, time);
      Instant end = open.since().plus(LONG_AFTER);
      boolean late = entry.id().isEmpty() && clock.instant().isBefore(end);
      try {
        int found =
            new Janitor(
                    new CleanupAccess(access.session(entry.role()), access.recording(), disposable),
                    poll)
                .removeOwn(entry, late ? leftToLook() : Duration.ZERO, prefix);
        if (found > 0) {
          ledger.deleted(entry);
          removed.add(text.line(entry.toString()));
        } else if (late) {
          String again = ": clean up again after " + end.truncatedTo(ChronoUnit.SECONDS);
          left.add(text.line(new Leak(entry, Leaks.UNSEEN + again).toString()));
        } else {
          ledger.absent(entry);
        }
      } catch (RuntimeException | AssertionError e) {
        left.add(text.line(new Leak(entry, String.valueOf(e.getMessage())).toString()));
      }
    }

    /** The rest of the one wait for all of them. */
    private Duration leftToLook() {
      long begun = firstLook.orElseGet(time::now);
      firstLook = Optional.of(begun);
      Duration left = Janitor.LATE.minusNanos(time.now() - begun);
      return left.isNegative() ? Duration.ZERO : left;
    }
  }
}
