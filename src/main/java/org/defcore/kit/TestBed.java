package org.defcore.kit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.defcore.clouds.Session;
import org.defcore.http.message.Recording;
import org.defcore.kit.resource.CleanupAccess;
import org.defcore.kit.resource.DisposableUser;
import org.defcore.kit.room.Holding;
import org.defcore.kit.room.Room;
import org.defcore.result.ChosenFact;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/**
 * All that the tests of one run share: who is logged in, what was discovered, the ledger, the
 * shared fixtures. The runner makes one and hands it over in the launcher session's store under
 * {@link #KEY}; closing it removes the shared fixtures.
 */
public final class TestBed implements AutoCloseable {

  /** The key of the bed in the store of the launcher session. */
  public static final String KEY = "org.defcore.kit";

  private final String runId;
  private final Map<Role, Session> sessions;
  private final Map<String, String> facts;
  private final Ledger ledger;
  private final Poll poll;
  private final Optional<GuestAccess> guests;
  private final Recording.Extras extras;
  private final Room room;
  private final Optional<DisposableUser> disposable;
  private final Consumer<Evidence> evidence;
  private final Leaks leaks;
  private final Map<String, Fact> noted = new TreeMap<>();
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicBoolean cancelled;
  private final SharedFixtures fixtures = new SharedFixtures(this);

  /**
   * The settings of a run.
   *
   * @param runId begins every name that the run gives
   * @param poll how tests wait
   * @param cancelled set when the run is to end early
   * @param guests absent if nobody can log in to them
   * @param extras how tests take fields that nobody declared
   * @param disposable the user whose password tests may change, if there is one
   * @param room for the volumes and snapshots that tests make for themselves
   */
  public record Settings(
      String runId,
      Poll poll,
      AtomicBoolean cancelled,
      Optional<GuestAccess> guests,
      Recording.Extras extras,
      Room room,
      Optional<DisposableUser> disposable) {

    /** Those of strict tests that make no volumes. */
    public Settings(
        String runId, Poll poll, AtomicBoolean cancelled, Optional<GuestAccess> guests) {
      this(
          runId,
          poll,
          cancelled,
          guests,
          Recording.Extras.REFUSED,
          new Room(Holding.NONE),
          Optional.empty());
    }
  }

  /**
   * @param evidence gets the exchanges of each test and shared fixture when that has ended
   */
  public TestBed(
      Settings settings,
      Map<Role, Session> sessions,
      List<Fact> facts,
      Ledger ledger,
      Consumer<Evidence> evidence) {
    this.runId = settings.runId();
    this.poll = settings.poll();
    this.leaks = new Leaks(poll::now);
    this.cancelled = settings.cancelled();
    this.guests = settings.guests();
    this.extras = settings.extras();
    this.room = settings.room();
    this.disposable = settings.disposable();
    this.sessions = Map.copyOf(sessions);
    this.facts =
        facts.stream().collect(Collectors.toUnmodifiableMap(Fact::name, Fact::value, (a, b) -> a));
    this.ledger = ledger;
    this.evidence = evidence;
  }

  Session session(Role role) {
    Session session = sessions.get(role);
    if (session == null) {
      throw new IllegalStateException(
          "no session as " + role + ": the test lacks the need second-project in the catalogue");
    }
    return session;
  }

  String fact(ChosenFact fact) {
    return knownFact(fact)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nothing discovered as "
                        + fact.factName()
                        + ": the test lacks a need in the catalogue"));
  }

  Recording.Extras extras() {
    return extras;
  }

  Room room() {
    return room;
  }

  void note(Fact fact) {
    synchronized (noted) {
      noted.put(fact.name(), fact);
    }
  }

  void note(Recording.Extra extra) {
    note(
        new Fact(
            FactNames.extraAttribute(extra.where()),
            "not in the API; passed over where nothing is claimed of it",
            extra.call()));
  }

  /**
   * The observations of the run itself so far, by name: notes of tests, and durations such as
   * {@code time.server-booted}.
   */
  public List<Fact> observed() {
    Map<String, Fact> observed = new TreeMap<>();
    poll.waits().medians().forEach((kind, took) -> observed.put(timeName(kind), time(kind, took)));
    synchronized (noted) {
      observed.putAll(noted);
    }
    return List.copyOf(observed.values());
  }

  private static Fact time(String kind, Duration took) {
    String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    return new Fact(timeName(kind), seconds, "the median wait of this run");
  }

  private static String timeName(String kind) {
    return "time." + kind.replace(' ', '-');
  }

  Optional<String> knownFact(ChosenFact fact) {
    return Optional.ofNullable(facts.get(fact.factName()));
  }

  String uniqueName(String kind) {
    return runId + "-" + kind + "-" + names.incrementAndGet();
  }

  Guest guest(String address, GuestKey key) {
    return guests
        .map(it -> new Guest(new GuestLogin(it, address, key), Guest.Deadlines.USUAL, poll))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no way into guests: the test lacks the need guest-access in the catalogue"));
  }

  DisposableUser disposable() {
    return disposable.orElseThrow(
        () ->
            new IllegalStateException(
                "no disposable user: the test lacks the need disposable-user in the catalogue"));
  }

  Poll poll() {
    return poll;
  }

  Cleanup cleanup(Recording recording) {
    return new Cleanup(
        ledger,
        role ->
            new Janitor(new CleanupAccess(session(role), recording, disposable), poll.forCleanup()),
        leaks);
  }

  /**
   * Looks again for what came of requests whose answers were lost, each once half a minute has
   * passed since it was looked for first, or at once if the run was cancelled; what has not come by
   * then is among the {@link #leaks}.
   */
  public void lookAgain() {
    cleanup(new Recording())
        .lookAgain(
            leaks.takeUnseen(),
            it -> {
              Duration left = Janitor.VERY_LATE.minusNanos(poll.now() - it.at());
              return left.isNegative() || cancelled.get() ? Duration.ZERO : left;
            });
  }

  void keep(Evidence ended) {
    evidence.accept(ended);
  }

  /** Leaks so far. */
  public Leaks leaks() {
    return leaks;
  }

  /** Returns whether the run was cancelled. */
  public boolean cancelled() {
    return cancelled.get();
  }

  /** Lets shared fixtures that could not be made be tried again, each when it is asked for. */
  public void forgetFailures() {
    fixtures.forgetFailures();
  }

  <T> T shared(SharedFixture<T> fixture) {
    return fixtures.get(fixture);
  }

  /** Removes the shared fixtures. */
  @Override
  public void close() {
    fixtures.close();
  }
}
