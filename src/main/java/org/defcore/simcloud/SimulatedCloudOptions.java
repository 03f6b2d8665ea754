package org.defcore.simcloud;

import java.time.Clock;
import java.util.List;

/**
 * How a simulated cloud is to be started.
 *
 * @param port where to listen on the loopback address; 0 takes any free port
 * @param password of both users; an empty one lets the cloud choose
 * @param defects names as {@link SimulatedCloud#defects()} lists them
 * @param clock what the cloud takes for the time
 */
public record SimulatedCloudOptions(int port, String password, List<String> defects, Clock clock) {

  public SimulatedCloudOptions {
    defects = List.copyOf(defects);
  }

  /** Any port, any password, no defect. */
  public static SimulatedCloudOptions usual() {
    return new SimulatedCloudOptions(0, "", List.of(), Clock.systemUTC());
  }

  public SimulatedCloudOptions withPort(int other) {
    return new SimulatedCloudOptions(other, password, defects, clock);
  }

  public SimulatedCloudOptions withPassword(String other) {
    return new SimulatedCloudOptions(port, other, defects, clock);
  }

  public SimulatedCloudOptions withDefects(List<String> others) {
    return new SimulatedCloudOptions(port, password, others, clock);
  }

  public SimulatedCloudOptions withClock(Clock other) {
    return new SimulatedCloudOptions(port, password, defects, other);
  }

  @Override
  public String toString() {
    return "SimulatedCloudOptions[port=" + port + ", defects=" + defects + "]";
  }
}
