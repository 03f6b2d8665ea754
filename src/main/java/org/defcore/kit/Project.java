package org.defcore.kit;

import org.defcore.clouds.Session;
import org.defcore.http.Recording;
import org.defcore.http.ServiceEndpoint;

/** A project of the cloud through one user's eyes, for one test: typed clients and who is who. */
public final class Project {

  private final Session session;
  private final Recording recording;

  Project(Session session, Recording recording) {
    this.session = session;
    this.recording = recording;
  }

  /** Who is logged in, to what. */
  public Session session() {
    return session;
  }

  private ServiceEndpoint service(String type) {
    return session.service(type, recording);
  }
}
