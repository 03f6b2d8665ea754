package org.defcore.desk.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defcore.bundle.Bundle;
import org.defcore.capability.Offer;
import org.defcore.desk.Board;
import org.defcore.desk.Declared;
import org.defcore.desk.Installation;
import org.defcore.desk.Scoring;
import org.defcore.desk.Scoring.OneTarget;
import org.defcore.desk.bundle.SuiteCode;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.result.RunRecord;
import org.defcore.runner.SuiteIndex;
import org.defcore.store.Rescoring;
import org.defcore.store.ScoredRun;
import org.defcore.store.Store;
import org.defcore.store.StoredVerdict;
import org.defcore.verdict.ScoringTerms;

/**
 * Scores all runs of a store under one guideline: the effect of a draft on the field. The verdicts
 * are those that {@code defcore score} gives on each run.
 */
public final class FieldScoring {

  private final Installation installation;
  private final Board board;
  private final Store store;
  private final Guideline guideline;
  private final List<Target> targets;
  private final SuiteIndex suite = SuiteIndex.read();
  private final Map<String, Stated> declared = new ConcurrentHashMap<>();

  /** The part of a declaration that a verdict needs. */
  private record Stated(Offer offer, Optional<String> product) {

    static final Stated NOTHING = new Stated(Offer.EVERYTHING, Optional.empty());
  }

  /**
   * @param targets of the guideline
   */
  public FieldScoring(
      Installation installation,
      Board board,
      Store store,
      Guideline guideline,
      List<Target> targets) {
    this.installation = installation;
    this.board = board;
    this.store = store;
    this.guideline = guideline;
    this.targets = List.copyOf(targets);
  }

  /** Scores what is not scored yet, on all processors, beside other processes that do the same. */
  public Rescoring score(Instant now) {
    Rescoring rescoring = store.rescore(identity(), guideline.id(), now);
    Scoring scoring =
        new Scoring(
            installation.guidelines(),
            installation.catalogue(),
            board.terms(Instant.EPOCH, Offer.EVERYTHING, Optional.empty()));
    List<OneTarget> judges = targets.stream().map(it -> scoring.of(guideline, it)).toList();
    int workers = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        all.add(threads.submit(() -> work(rescoring, judges)));
      }
      for (Future<?> each : all) {
        each.get();
      }
      rescoring.finish(it -> verdicts(it, judges));
      return rescoring;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while runs were scored", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void work(Rescoring rescoring, List<OneTarget> judges) {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = rescoring.work(it -> verdicts(it, judges));
    }
  }

  private List<StoredVerdict> verdicts(ScoredRun run, List<OneTarget> judges) {
    RunRecord record = run.record().countingOnly(suite::has);
    Stated stated = run.declaration().map(this::stated).orElse(Stated.NOTHING);
    ScoringTerms terms = board.terms(record.started(), stated.offer, stated.product);
    return judges.stream().map(it -> StoredVerdict.of(it.score(record, terms))).toList();
  }

  /** Read once, as a cloud has the same declaration in many runs. */
  private Stated stated(String sum) {
    return declared.computeIfAbsent(
        sum,
        it -> {
          Declared read = Declared.of(new String(store.part(it), StandardCharsets.UTF_8), it);
          return new Stated(read.offer(), read.product());
        });
  }

  /** Hash of all that the verdicts depend on besides the runs. */
  private String identity() {
    List<String> all = new ArrayList<>();
    all.add(guideline.contentHash());
    installation.guidelines().platformOf(guideline).map(Guideline::contentHash).ifPresent(all::add);
    targets.forEach(it -> all.add(it.key()));
    all.add(board.toString());
    all.add(installation.catalogue().entries().toString());
    all.add(SuiteCode.facts().sha256());
    return Bundle.sum(String.join("\n", all).getBytes(StandardCharsets.UTF_8));
  }
}
