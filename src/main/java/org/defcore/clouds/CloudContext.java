package org.defcore.clouds;

import org.defcore.http.message.Recording;
import org.defcore.service.Service;
import org.openstack4j.api.exceptions.OS4JException;
import org.openstack4j.api.identity.EndpointURLResolver;
import org.openstack4j.api.types.ServiceType;
import org.openstack4j.model.identity.URLResolverParams;

/**
 * Session, recording and catalogue of one call, as luggage of openstack4j's configuration: its
 * endpoint resolver is the one place in there that reaches the connector.
 *
 * <p>The resolver of openstack4j itself answers with the identity service for a type it does not
 * know, and remembers endpoints for ever.
 */
record CloudContext(Session session, Recording recording, ServiceCatalogue catalogue)
    implements EndpointURLResolver {

  @Override
  public String findURLV2(URLResolverParams wanted) {
    throw new OS4JException("identity v2 is not supported");
  }

  @Override
  public String findURLV3(URLResolverParams wanted) {
    return catalogue.required(name(wanted.type)).toString();
  }

  private static String name(ServiceType type) {
    return Service.named(type.getType())
        .map(Service::word)
        .orElseThrow(() -> new OS4JException("service " + type + " is not used here"));
  }
}
