package org.defcore.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Verdicts on all runs of a store under another guideline, by any number of workers in any number
 * of processes. What one of them has done stays if it is killed; what it was doing is done by
 * another.
 */
public final class Rescoring {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int RUNS = 100;
  private static final String OPEN =
      "select first_run, last_run from rescoring_range"
          + " where rescoring = :id and not done limit 1 for update";

  private final Jdbi jdbi;
  private final int id;
  private final RunRange.Words words;

  private Rescoring(Jdbi jdbi, int id) {
    this.jdbi = jdbi;
    this.id = id;
    this.words = jdbi.withHandle(RunRange.Words::new);
  }

  /**
   * Begins one, or goes on with it: runs that have been added meanwhile are to be scored, too.
   * Those that nobody has asked for in a month are forgotten.
   */
  static Rescoring begin(Jdbi jdbi, String identity, String guideline, Instant now) {
    int id =
        jdbi.inTransaction(
            handle -> {
              handle.execute(
                  "delete from rescoring where identity <> ? and asked < ?",
                  identity,
                  now.minus(KEPT).atOffset(ZoneOffset.UTC));
              handle.execute(
                  "insert into rescoring (identity, guideline, asked) values (?, ?, ?)"
                      + " on conflict do nothing",
                  identity,
                  guideline,
                  now.atOffset(ZoneOffset.UTC));
              // Only one process at a time adds ranges.
              int own =
                  handle
                      .createQuery("select id from rescoring where identity = ? for update")
                      .bind(0, identity)
                      .mapTo(Integer.class)
                      .one();
              handle.execute(
                  "update rescoring set asked = ? where id = ?", now.atOffset(ZoneOffset.UTC), own);
              addRanges(handle, own);
              return own;
            });
    return new Rescoring(jdbi, id);
  }

  private static void addRanges(Handle handle, int id) {
    int covered =
        handle
            .createQuery(
                "select coalesce(max(last_run), 0) from rescoring_range where rescoring = ?")
            .bind(0, id)
            .mapTo(Integer.class)
            .one();
    List<Integer> runs =
        handle
            .createQuery("select id from run where id > ? order by id")
            .bind(0, covered)
            .mapTo(Integer.class)
            .list();
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into rescoring_range (rescoring, first_run, last_run, done)"
                + " values (?, ?, ?, false)");
    for (int from = 0; from < runs.size(); from += RUNS) {
      int to = Math.min(from + RUNS, runs.size()) - 1;
      batch.bind(0, id).bind(1, runs.get(from)).bind(2, runs.get(to)).add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /**
   * Scores the runs of one range that nobody is working on.
   *
   * @param judge gives the verdicts on a run, one a target
   * @return false if there is none
   */
  public boolean work(Function<ScoredRun, List<StoredVerdict>> judge) {
    return work(OPEN + " skip locked", judge);
  }

  /**
   * Scores what is left: what nobody is working on, then what others give up; waits for what they
   * work on.
   */
  public void finish(Function<ScoredRun, List<StoredVerdict>> judge) {
    while (jdbi.withHandle(this::isOpen)) {
      if (!work(judge)) {
        work(OPEN, judge);
      }
    }
  }

  private boolean isOpen(Handle handle) {
    return handle
        .createQuery("select count(*) from rescoring_range where rescoring = ? and not done")
        .bind(0, id)
        .mapTo(Integer.class)
        .map(it -> it > 0)
        .one();
  }

  private boolean work(String query, Function<ScoredRun, List<StoredVerdict>> judge) {
    return jdbi.inTransaction(
        handle -> {
          Optional<RunRange> range =
              handle
                  .createQuery(query)
                  .bind("id", id)
                  .map((row, context) -> new RunRange(row.getInt(1), row.getInt(2)))
                  .findOne();
          range.ifPresent(it -> score(handle, it, judge));
          return range.isPresent();
        });
  }

  private void score(
      Handle handle, RunRange range, Function<ScoredRun, List<StoredVerdict>> judge) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into rescored (rescoring, run, target, status, full_status, contract_status,"
                + " asterisk) values (?, ?, ?, ?, ?, ?, ?)");
    for (ScoredRun run : range.runs(handle, words)) {
      for (StoredVerdict verdict : judge.apply(run)) {
        RunWriter.bind(batch.bind(0, id).bind(1, run.id()), 2, verdict);
        batch.add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
    handle.execute(
        "update rescoring_range set done = true where rescoring = ? and first_run = ?",
        id,
        range.first());
  }

  /**
   * A run with its verdict for a target, and that under the other guideline.
   *
   * @param before absent if the guideline that the run was planned with has no such target
   */
  public record Change(RunRow run, Optional<StoredVerdict> before, StoredVerdict after) {

    /** Returns whether the verdict differs, in either column. */
    public boolean differs() {
      return before.filter(after::equals).isEmpty();
    }
  }

  /**
   * Gives every run once for each target of the other guideline, by run, once all are scored.
   *
   * @param each is given one at a time, and keeps no more than it needs
   */
  public void changes(Consumer<Change> each) {
    RunQueries.changes(jdbi, id, each);
  }
}
