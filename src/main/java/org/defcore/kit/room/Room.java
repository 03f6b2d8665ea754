package org.defcore.kit.room;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Room for what tests make for themselves. Each takes all that it needs before it begins, so that
 * no two wait for each other. Safe for use by many threads.
 */
public final class Room {

  private final Holding all;
  private final Lock lock = new ReentrantLock();
  private final Condition givenBack = lock.newCondition();
  private Holding free;

  public Room(Holding all) {
    this.all = all;
    this.free = all;
  }

  /**
   * Takes that much, as soon as tests that have it give it back.
   *
   * @throws IllegalArgumentException if there is never as much
   */
  public void take(Holding wanted) {
    if (!wanted.fits(all)) {
      throw new IllegalArgumentException("expected %s at most but found %s".formatted(all, wanted));
    }
    lock.lock();
    try {
      while (!wanted.fits(free)) {
        givenBack.awaitUninterruptibly();
      }
      free = free.minus(wanted);
    } finally {
      lock.unlock();
    }
  }

  public void giveBack(Holding taken) {
    lock.lock();
    try {
      free = free.plus(taken);
      givenBack.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
