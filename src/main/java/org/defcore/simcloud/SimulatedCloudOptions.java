package org.defcore.simcloud;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.compute.Disks;
import org.defcore.simcloud.identity.Totp;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.pace.Pace;

/**
 * Options of a simulated cloud at its start.
 *
 * @param port where to listen on the loopback address; 0 takes any free port
 * @param password of both users; an empty one lets the cloud choose
 * @param defects names as {@link SimulatedCloud#defects()} lists them
 * @param clock what the cloud takes for the time
 * @param pace how long servers and volumes take from one state to the next
 * @param guests whether one can log in to servers, at addresses from 127.0.0.0/8
 * @param kind how servers are made
 * @param disks of its flavors
 * @param totp of both users: the first needs a passcode beside the password, the other may use one
 * @param volumes that a project may have, and snapshots
 */
public record SimulatedCloudOptions(
    int port,
    String password,
    List<String> defects,
    Clock clock,
    Pace pace,
    boolean guests,
    Kind kind,
    Disks disks,
    Optional<Totp> totp,
    int volumes) {

  public SimulatedCloudOptions {
    defects = List.copyOf(defects);
  }

  /** Any port, any password, no defect, no delay, no guest to log in to, virtual machines. */
  public static SimulatedCloudOptions usual() {
    return new SimulatedCloudOptions(
        0,
        "",
        List.of(),
        Clock.systemUTC(),
        Pace.INSTANT,
        false,
        Kind.VIRTUAL_MACHINE,
        Disks.OWN,
        Optional.empty(),
        10);
  }

  public SimulatedCloudOptions withPort(int other) {
    return new SimulatedCloudOptions(
        other, password, defects, clock, pace, guests, kind, disks, totp, volumes);
  }

  public SimulatedCloudOptions withPassword(String other) {
    return new SimulatedCloudOptions(
        port, other, defects, clock, pace, guests, kind, disks, totp, volumes);
  }

  public SimulatedCloudOptions withDefects(List<String> others) {
    return new SimulatedCloudOptions(
        port, password, others, clock, pace, guests, kind, disks, totp, volumes);
  }

  public SimulatedCloudOptions withClock(Clock other) {
    return new SimulatedCloudOptions(
        port, password, defects, other, pace, guests, kind, disks, totp, volumes);
  }

  public SimulatedCloudOptions withPace(Pace other) {
    return new SimulatedCloudOptions(
        port, password, defects, clock, other, guests, kind, disks, totp, volumes);
  }

  public SimulatedCloudOptions withGuests() {
    return new SimulatedCloudOptions(
        port, password, defects, clock, pace, true, kind, disks, totp, volumes);
  }

  /** A copy with a kind of compute, at its pace. */
  public SimulatedCloudOptions withKind(Kind other) {
    return new SimulatedCloudOptions(
        port, password, defects, clock, other.pace(), guests, other, disks, totp, volumes);
  }

  /** The same where servers have to boot from volumes, which need as many of them again. */
  public SimulatedCloudOptions withDisklessFlavors() {
    return new SimulatedCloudOptions(
        port, password, defects, clock, pace, guests, kind, Disks.NONE, totp, 24);
  }

  /** The same whose users have a secret for passcodes. */
  public SimulatedCloudOptions withTotp(Totp other) {
    return new SimulatedCloudOptions(
        port, password, defects, clock, pace, guests, kind, disks, Optional.of(other), volumes);
  }

  /** The same where a project may have so many volumes, and as many snapshots. */
  public SimulatedCloudOptions withVolumes(int other) {
    return new SimulatedCloudOptions(
        port, password, defects, clock, pace, guests, kind, disks, totp, other);
  }

  @Override
  public String toString() {
    return "SimulatedCloudOptions[port="
        + port
        + ", defects="
        + defects
        + ", pace="
        + pace
        + ", guests="
        + guests
        + ", kind="
        + kind.word()
        + ", disks="
        + disks
        + "]";
  }
}
