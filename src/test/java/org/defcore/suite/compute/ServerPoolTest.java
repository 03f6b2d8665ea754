package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.defcore.client.Wanted;
import org.defcore.kit.Cleanup;
import org.defcore.kit.ComputeBench;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.ManualTime;
import org.defcore.kit.TestEnd;
import org.defcore.suite.compute.ServerPool.Loan;
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
    String lent = pool.borrow(Loan.ANY, first);
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
    String broken = pool.borrow(Loan.ANY, test);

    bench.end(test, TestEnd.BROKE);

    assertThat(borrow()).isNotEqualTo(broken);
    assertThat(borrow()).isNotEqualTo(broken);
    assertThat(boots()).isEqualTo(3);
  }

  @Test
  void freshServerIsOneThatNobodyUsed() {
    String used = usedServer();

    assertThat(pool.borrow(Loan.FRESH, bench.cleanup())).isNotEqualTo(used);
    assertThat(boots()).isEqualTo(2);
  }

  @Test
  void usedServerIsLentBeforeAFreshOne() {
    String used = usedServer();
    offered(bench.compute.server("fresh"));

    assertThat(borrow()).isEqualTo(used);
    assertThat(pool.borrow(Loan.FRESH, bench.cleanup())).isNotEqualTo(used);
    assertThat(boots()).isEqualTo(1);
  }

  @Test
  void resizedServerIsLentButNotToBeResized() {
    String resized = resizedServer();

    assertThat(pool.borrow(Loan.TO_RESIZE, bench.cleanup())).isNotEqualTo(resized);
    assertThat(borrow()).isEqualTo(resized);
    assertThat(boots()).isEqualTo(2);
  }

  @Test
  void resizedServerOfAFailedTestMakesRoomForNoMoreThanIsLost() {
    resizedServer();
    Cleanup test = bench.cleanup();
    pool.borrow(Loan.ANY, test);

    bench.end(test, TestEnd.BROKE);

    borrow();
    borrow();
    assertThatThrownBy(this::borrow).hasMessageContaining("none was given back in time");
    assertThat(boots()).as("the resized one and two more").isEqualTo(3);
  }

  @Test
  void resizedServerThatIsSpentMakesRoomForNoMoreThanIsLost() {
    String resized = resizedServer();

    assertThat(pool.spend()).isEqualTo(resized);

    borrow();
    borrow();
    assertThatThrownBy(this::borrow).hasMessageContaining("none was given back in time");
    assertThat(boots()).as("the resized one and two more").isEqualTo(3);
  }

  @Test
  void spentServerIsNotLentAgain() {
    String spent = pool.spend();

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
    assertThatThrownBy(() -> pool.borrow(Loan.FRESH, bench.cleanup()))
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
    assertThatThrownBy(() -> pool.borrow(Loan.FRESH, bench.cleanup()))
        .isInstanceOf(FixtureFailed.class);

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
    String created = pool.create(wanted("own"), bench.cloud(), test).id();
    Cleanup other = bench.cleanup();
    pool.create(wanted("another"), bench.cloud(), other);
    time.at(2, () -> bench.end(test, TestEnd.PASSED));
    bench.end(other, TestEnd.BROKE);

    assertThat(pool.borrow(Loan.FRESH, bench.cleanup())).isNotEqualTo(created);
    assertThat(borrow()).isEqualTo(created);
    assertThat(time.pauses).as("waited for it rather than boot one more").hasSize(2);
  }

  @Test
  void serversStayUntilTheRunEnds() {
    Cleanup test = bench.cleanup();
    pool.borrow(Loan.ANY, test);
    pool.create(wanted("own"), bench.cloud(), test);

    bench.end(test, TestEnd.PASSED);
    assertThat(bench.compute.remains()).hasSize(2);
    bench.end(atEndOfRun, TestEnd.PASSED);

    assertThat(bench.compute.remains()).isEmpty();
  }

  private static Wanted wanted(String name) {
    return Wanted.named(name).with("imageRef", "i1").with("flavorRef", "1");
  }

  /** As a test leaves it that created a batch and passed. */
  private void offered(String id) {
    Cleanup test = bench.cleanup();
    pool.adopt("batch-" + id, id, test);
    bench.end(test, TestEnd.PASSED);
  }

  /** Borrowed by a test that does not end. */
  private String borrow() {
    return pool.borrow(Loan.ANY, bench.cleanup());
  }

  private String usedServer() {
    Cleanup test = bench.cleanup();
    String used = pool.borrow(Loan.ANY, test);
    bench.end(test, TestEnd.PASSED);
    return used;
  }

  private String resizedServer() {
    Cleanup test = bench.cleanup();
    String resized = pool.borrow(Loan.TO_RESIZE, test);
    bench.end(test, TestEnd.PASSED);
    return resized;
  }

  private long boots() {
    return bench.compute.count(BOOT);
  }
}
