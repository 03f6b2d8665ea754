package org.defcore.runner.small;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** A room that nobody leaves before two are in it. */
public final class Room implements SharedFixture<Room.Door> {

  /** The barrier at which the tests wait. */
  public record Door(CyclicBarrier barrier) {

    public void meet() {
      try {
        barrier.await(30, TimeUnit.SECONDS);
      } catch (BrokenBarrierException | TimeoutException e) {
        throw new AssertionError("nobody else came", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  @Override
  public String title() {
    return "a room for two";
  }

  @Override
  public Door make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return new Door(new CyclicBarrier(2));
  }
}
