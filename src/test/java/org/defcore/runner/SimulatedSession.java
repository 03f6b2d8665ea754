package org.defcore.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.kit.Leaks.Leak;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.result.RunFolder;
import org.defcore.runner.SimulatedRun.Ended;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;

/**
 * Many runs on one simulated cloud that is logged in to and looked at once. Its tests run one after
 * the other, and time passes at once when one of them waits. A run that leaves something behind is
 * the last on its cloud.
 */
public final class SimulatedSession implements AutoCloseable {

  private final Path dir;
  private Optional<Joined> joined = Optional.empty();

  /** A cloud and all that was found out about it. */
  private record Joined(SimulatedCloud cloud, RunOrder order, CloudRun.Explored explored)
      implements AutoCloseable {

    @Override
    public void close() {
      explored.access().close();
      cloud.close();
    }
  }

  /**
   * @param dir a new folder for each run is made in it
   */
  public SimulatedSession(Path dir) {
    this.dir = dir;
  }

  /** Runs the selected tests on a cloud that has these defects as long as the run lasts. */
  public Ended run(Selection selection, List<String> defects) throws IOException {
    Joined on = joined.isPresent() ? joined.get() : join();
    joined = Optional.of(on);
    RunFolder folder = RunFolder.reserve(Files.createTempDirectory(dir, "run").resolve("out"));
    List<Leak> leaks =
        SimulatedRun.cloudRun()
            .run(
                on.order().withSelection(selection),
                on.explored(),
                folder,
                new SimulatedRun.Silent(() -> on.cloud().switchOn(defects)));
    on.cloud().switchOffDefects();
    Ended ended = new Ended(folder, folder.record(), leaks, on.cloud().resources());
    if (!ended.remains().isEmpty()) {
      close();
    }
    return ended;
  }

  private Joined join() throws IOException {
    SteppingTime time = new SteppingTime();
    SimulatedCloud cloud =
        SimulatedCloud.start(
            SimulatedCloudOptions.usual()
                .withPassword("pa55-w0rd-of-demo")
                .withClock(time.clock())
                .withGuests());
    RunOrder order = new SimulatedRun(dir).order(cloud, Selection.ALL, 1);
    CloudAccess access = CloudAccess.login(order);
    Fact hiding = new Fact(FactNames.HIDING_TAG, SimulatedRun.HIDING_TAG.name(), "--hiding-tag");
    List<Fact> facts =
        Stream.of(access.observe(), Preconditions.declared(SimulatedRun.OFFER), List.of(hiding))
            .flatMap(List::stream)
            .toList();
    return new Joined(cloud, order, new CloudRun.Explored(access, facts, time));
  }

  @Override
  public void close() {
    joined.ifPresent(Joined::close);
    joined = Optional.empty();
  }
}
