package org.defcore.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes at once; something can happen at a certain pause. */
public final class ManualTime implements Poll.Time {

  /** Pauses so far, in milliseconds. */
  public final List<Long> pauses = new ArrayList<>();

  private Runnable event = () -> {};
  private int at = Integer.MAX_VALUE;
  private long ofALook;
  private long now;

  public void at(int pause, Runnable what) {
    at = pause;
    event = what;
  }

  /** Lets each look at this time take as long. */
  void takeForALook(Duration look) {
    ofALook = look.toNanos();
  }

  @Override
  public long now() {
    now += ofALook;
    return now;
  }

  @Override
  public void pass(Duration pause) {
    pauses.add(pause.toMillis());
    now += pause.toNanos();
    if (pauses.size() == at) {
      event.run();
    }
  }
}
