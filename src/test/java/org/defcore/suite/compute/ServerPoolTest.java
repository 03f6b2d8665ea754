package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.defcore.client.compute.NewServer;
import org.defcore.client.compute.ServerCreation;
import org.defcore.kit.Cleanup;
import org.defcore.kit.ComputeBench;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.ManualTime;
import org.defcore.kit.Role;
import org.defcore.kit.TestEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerPoolTest {

  private static final String BOOT = "POST /servers";

  @TempDir Path dir;

  private final ManualTime time = new ManualTime();
  private ComputeBench bench;
  private Cleanup atEndOfRun;
  private ServerPool pool;

  @BeforeEach
  void start() {
    bench = new ComputeBench(dir, time);
    atEndOfRun = bench.cleanup();
    pool = new ServerPool(bench.cloud(), atEndOfRun, bench.poll());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void lendsWhatWasOfferedBeforeAnyIsBooted() {
    offered(bench.compute.server("offered"));

    assertThat(borrow()).isEqualTo("s1");
    assertThat(boots()).isZero();
  }

  @Test
  void bootsTwoAndThenWaitsForOneToBeGivenBack() {
    Cleanup first = bench.cleanup();
    String lent = pool.borrow(first).id();
    borrow();
    time.at(3, () -> bench.end(first, TestEnd.PASSED));

    assertThat(borrow()).isEqualTo(lent);
    assertThat(boots()).isEqualTo(2);
    assertThat(time.pauses).hasSize(3);
  }

  @Test
  void bootsNoneBesideTwoThatWereOffered() {
    offered(bench.compute.server("one"));
    offered(bench.compute.server("other"));
    borrow();
    borrow();

    assertThatThrownBy(this::borrow)
        .isInstanceOf(FixtureFailed.class)
        .hasMessage("a server to work on: none was given back in time");
    assertThat(boots()).isZero();
  }

  @Test
  void serverOfAFailedTestIsNotLentAgain() {
    Cleanup test = bench.cleanup();
    String broken = pool.borrow(test).id();

    bench.end(test, TestEnd.BROKE);

    assertThat(borrow()).isNotEqualTo(broken);
    assertThat(borrow()).isNotEqualTo(broken);
    assertThat(boots()).isEqualTo(3);
  }

  @Test
  void freshServerIsOneThatNobodyUsed() {
    String used = usedServer();

    assertThat(pool.borrowFresh(bench.cleanup()).id()).isNotEqualTo(used);
    assertThat(boots()).isEqualTo(2);
  }

  @Test
  void usedServerIsLentBeforeAFreshOne() {
    String used = usedServer();
    offered(bench.compute.server("fresh"));

    assertThat(borrow()).isEqualTo(used);
    assertThat(pool.borrowFresh(bench.cleanup()).id()).isNotEqualTo(used);
    assertThat(boots()).isEqualTo(1);
  }

  @Test
  void resizedServerIsLentButNotToBeResized() {
    String resized = resizedServer();

    assertThat(pool.borrowToResize(bench.cleanup()).id()).isNotEqualTo(resized);
    assertThat(borrow()).isEqualTo(resized);
    assertThat(boots()).isEqualTo(2);
  }

  @Test
  void resizedServerOfAFailedTestMakesRoomForNoMoreThanIsLost() {
    resizedServer();
    Cleanup test = bench.cleanup();
    pool.borrow(test);

    bench.end(test, TestEnd.BROKE);

    borrow();
    borrow();
    assertThatThrownBy(this::borrow).hasMessageContaining("none was given back in time");
    assertThat(boots()).as("the resized one and two more").isEqualTo(3);
  }

  @Test
  void resizedServerThatIsSpentMakesRoomForNoMoreThanIsLost() {
    String resized = resizedServer();

    assertThat(pool.spend().id()).isEqualTo(resized);

    borrow();
    borrow();
    assertThatThrownBy(this::borrow).hasMessageContaining("none was given back in time");
    assertThat(boots()).as("the resized one and two more").isEqualTo(3);
  }

  @Test
  void spentServerIsNotLentAgain() {
    String spent = pool.spend().id();

    assertThat(borrow()).isNotEqualTo(spent);
    assertThat(borrow()).isNotEqualTo(spent);
  }

  @Test
  void stoppedServerIsStartedBeforeItIsLent() {
    String stopped = usedServer();
    bench.compute.become(stopped, "SHUTOFF");

    assertThat(borrow()).isEqualTo(stopped);
    assertThat(bench.compute.seen())
        .endsWith(
            "GET /servers/" + stopped,
            "POST /servers/" + stopped + "/action os-start",
            "GET /servers/" + stopped);
  }

  @Test
  void refusedBootBlocksAllWhoComeLaterWithTheFirstReasonAndWithoutAWait() {
    bench.compute.refuse(BOOT, 403, 500);

    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(this::borrow)
          .isInstanceOf(FixtureFailed.class)
          .hasMessageStartingWith("a server to work on: POST /servers: expected 202 but found 403");
    }
    assertThatThrownBy(() -> pool.borrowFresh(bench.cleanup()))
        .isInstanceOf(FixtureFailed.class)
        .hasMessageContaining("found 403");
    assertThat(boots()).isEqualTo(1);
    assertThat(time.pauses).isEmpty();
  }

  @Test
  void serverThatBootsIntoAnErrorBlocksAllWhoComeLater() {
    bench.compute.bootInto("ERROR");

    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(this::borrow)
          .isInstanceOf(FixtureFailed.class)
          .hasMessageContaining("found server s1 in status ERROR");
    }
    assertThat(boots()).isEqualTo(1);
    assertThat(time.pauses).isEmpty();
  }

  @Test
  void sickServerThatWasUsedBlocksNobodyElse() {
    bench.compute.become(usedServer(), "ERROR");

    assertThatThrownBy(this::borrow)
        .isInstanceOf(FixtureFailed.class)
        .hasMessageContaining("found server s1 in status ERROR");

    assertThat(borrow()).isEqualTo("s2");
    assertThat(borrow()).isEqualTo("s3");
  }

  @Test
  void failedFreshBootTakesNobodysPlace() {
    usedServer();
    bench.compute.refuse(BOOT, 403);
    assertThatThrownBy(() -> pool.borrowFresh(bench.cleanup())).isInstanceOf(FixtureFailed.class);

    assertThat(borrow()).isEqualTo("s1");
    assertThatThrownBy(this::borrow).hasMessageContaining("found 403");
    assertThat(time.pauses).isEmpty();
  }

  @Test
  void whatIsOfferedIsLentThoughNoneCanBeBooted() {
    bench.compute.refuse(BOOT, 403);
    assertThatThrownBy(this::borrow).isInstanceOf(FixtureFailed.class);

    offered(bench.compute.server("offered"));

    assertThat(borrow()).isEqualTo("s1");
  }

  @Test
  void whatATestCreatedIsLentWhenTheTestHasPassed() {
    Cleanup test = bench.cleanup();
    String created = pool.create("own", this::created, test).id();
    Cleanup other = bench.cleanup();
    pool.create("another", this::created, other);
    time.at(2, () -> bench.end(test, TestEnd.PASSED));
    bench.end(other, TestEnd.BROKE);

    assertThat(pool.borrowFresh(bench.cleanup()).id()).isNotEqualTo(created);
    assertThat(borrow()).isEqualTo(created);
    assertThat(time.pauses).as("waited for it rather than boot one more").hasSize(2);
  }

  @Test
  void serversStayUntilTheRunEnds() {
    Cleanup test = bench.cleanup();
    pool.borrow(test);
    pool.create("own", this::created, test);

    bench.end(test, TestEnd.PASSED);
    assertThat(bench.compute.remains()).hasSize(2);
    bench.end(atEndOfRun, TestEnd.PASSED);

    assertThat(bench.compute.remains()).isEmpty();
  }

  private ServerCreation created() {
    return bench
        .cloud()
        .as(Role.MEMBER)
        .compute()
        .servers()
        .createServer(NewServer.of("own", "i1", "1"));
  }

  /** As a test leaves it that created a batch and passed. */
  private void offered(String id) {
    Cleanup test = bench.cleanup();
    pool.adopt("batch-" + id, id, test);
    bench.end(test, TestEnd.PASSED);
  }

  /** Borrowed by a test that does not end. */
  private String borrow() {
    return pool.borrow(bench.cleanup()).id();
  }

  private String usedServer() {
    Cleanup test = bench.cleanup();
    String used = pool.borrow(test).id();
    bench.end(test, TestEnd.PASSED);
    return used;
  }

  private String resizedServer() {
    Cleanup test = bench.cleanup();
    String resized = pool.borrowToResize(test).id();
    bench.end(test, TestEnd.PASSED);
    return resized;
  }

  private long boots() {
    return bench.compute.count(BOOT);
  }
}
