package org.defcore.kit.room;

/**
 * Room for what tests make for themselves. Each takes all that it needs before it begins, so that
 * no two wait for each other. Safe for use by many threads.
 */
public final class Room {

  private Holding free;

  public Room(Holding free) {
    this.free = free;
  }

  /** Takes that much, if there is as much. */
  public synchronized boolean take(Holding wanted) {
    boolean fits = wanted.fits(free);
    free = fits ? free.minus(wanted) : free;
    return fits;
  }

  public synchronized void giveBack(Holding taken) {
    free = free.plus(taken);
  }
}
