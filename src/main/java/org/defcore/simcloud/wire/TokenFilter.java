package org.defcore.simcloud.wire;

/** The filter that most services put before themselves: no valid token, no service. */
public final class TokenFilter {

  private TokenFilter() {}

  /**
   * The refusal in the filter's own words.
   *
   * @param header the name of the challenge's header as the service's server spells it
   */
  public static Reply unauthorized(Incoming request, String header) {
    String message = "The request you have made requires authentication.";
    return challenged(Reply.titledFault(401, message), request, header);
  }

  /** A refusal that says where tokens are to be had. */
  public static Reply challenged(Reply refusal, Incoming request, String header) {
    String root = request.base().substring(0, request.base().lastIndexOf('/'));
    return refusal.with(header, "Keystone uri=\"" + root + "/identity\"");
  }
}
