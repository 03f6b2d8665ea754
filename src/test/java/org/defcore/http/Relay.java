package org.defcore.http;

import java.io.IOException;
import java.net.Socket;

/** Passes on what two sockets receive, each to the other. */
public final class Relay {

  private Relay() {}

  /** Passes on both ways, until one side closes; then both are closed. */
  public static void between(Socket front, Socket back) {
    start(() -> pass(front, back));
    start(() -> pass(back, front));
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side closed, or did not trust a certificate; the other one is closed now, too.
    }
  }

  /** Works in a thread that keeps no program running. */
  public static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }
}
