package org.defcore.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.defcore.clouds.OpenStack4j;
import org.defcore.http.NoAnswer;
import org.defcore.http.message.Recording;
import org.defcore.kit.resource.DisposableUser;
import org.defcore.result.ChosenFact;
import org.defcore.result.Fact;

/** The cloud under test as one test sees it. */
public final class Cloud {

  private final TestBed bed;
  private final Recording recording;

  Cloud(TestBed bed, Recording recording) {
    this.bed = bed;
    this.recording = recording;
  }

  /** The project of the ordinary user. */
  public Project member() {
    return as(Role.MEMBER);
  }

  public Project as(Role role) {
    return new Project(bed.session(role), recording);
  }

  /** Makes what a test needs and does not claim; the clean-up removes it. */
  public Provisioner provision(Cleanup cleanup) {
    return new Provisioner(
        new OpenStack4j(bed.session(Role.MEMBER)),
        recording,
        cleanup,
        knownFact(ChosenFact.VOLUME_TYPE));
  }

  /**
   * The user whose password may be changed; a test that asks for it has the need disposable-user.
   */
  public DisposableUser disposable() {
    return bed.disposable();
  }

  /** A resource name that no other run, test or retry chooses; starts with the run's id. */
  public String uniqueName(String kind) {
    return bed.uniqueName(kind);
  }

  /**
   * Something that was discovered of the cloud.
   *
   * @throws IllegalStateException if it was not discovered: the test lacks a need in the catalogue
   */
  public String fact(ChosenFact fact) {
    return bed.fact(fact);
  }

  /** As {@link #fact}, for a method that can do without and asks for nothing that it needs. */
  public Optional<String> knownFact(ChosenFact fact) {
    return bed.knownFact(fact);
  }

  /**
   * Notes something that the run has shown of the cloud beside the claims of its tests.
   *
   * @param fact without secrets; of one name the last counts
   */
  public void note(Fact fact) {
    bed.note(fact);
  }

  /**
   * Notes what something tells; or, under its name with {@code .unavailable}, why it does not.
   *
   * @param source of the fact that nothing is told, which breaks no claim
   */
  public void noteIfTold(String name, String source, Supplier<List<Fact>> told) {
    int before = recording.extras().size();
    try {
      told.get().forEach(this::note);
    } catch (AssertionError | NoAnswer e) {
      String why = e.getMessage() == null ? "no answer" : e.getMessage();
      note(new Fact(name + ".unavailable", why, source));
    } finally {
      recording.takeExtras(before).forEach(bed::note);
    }
  }

  /**
   * The guest of a server.
   *
   * @param address of the server
   * @param key whose public half the server was created with
   * @throws IllegalStateException if guests cannot be reached: the test lacks a need in the
   *     catalogue
   */
  public Guest guest(String address, GuestKey key) {
    return bed.guest(address, key);
  }

  /**
   * A fixture that all tests of the run share; made when first asked for.
   *
   * @throws FixtureFailed if it could not be made, now or earlier
   */
  public <T> T shared(SharedFixture<T> fixture) {
    return bed.shared(fixture);
  }
}
