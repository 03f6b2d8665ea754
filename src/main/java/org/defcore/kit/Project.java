package org.defcore.kit;

import org.defcore.client.compute.ComputeClient;
import org.defcore.client.dns.DnsClient;
import org.defcore.client.identity.IdentityClient;
import org.defcore.client.image.ImageClient;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.orchestration.OrchestrationClient;
import org.defcore.client.volume.VolumeClient;
import org.defcore.clouds.Session;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.Recording;

/** A project of the cloud through one user's eyes, for one test: typed clients and who is who. */
public final class Project {

  private final Session session;
  private final Recording recording;

  Project(Session session, Recording recording) {
    this.session = session;
    this.recording = recording;
  }

  /** The session of the user in the project. */
  public Session session() {
    return session;
  }

  public IdentityClient identity() {
    return new IdentityClient(service("identity"));
  }

  public ComputeClient compute() {
    return new ComputeClient(service("compute"));
  }

  public DnsClient dns() {
    return new DnsClient(service("dns"));
  }

  public ImageClient image() {
    return new ImageClient(service("image"));
  }

  public NetworkClient network() {
    return new NetworkClient(service("network"));
  }

  public VolumeClient volume() {
    return new VolumeClient(service("volume"));
  }

  public ObjectStoreClient objectStore() {
    return new ObjectStoreClient(service("object-store"));
  }

  public OrchestrationClient orchestration() {
    return new OrchestrationClient(service("orchestration"));
  }

  private ServiceEndpoint service(String type) {
    return session.service(type, recording);
  }
}
