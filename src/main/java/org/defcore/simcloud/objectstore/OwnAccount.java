package org.defcore.simcloud.objectstore;

import org.defcore.simcloud.wire.Incoming;

/** The account in the address of a request, which has to be that of the caller's project. */
final class OwnAccount {

  private OwnAccount() {}

  static String of(Incoming request) {
    String account = request.part("account");
    if (!account.equals("AUTH_" + request.caller().project())) {
      throw SwiftPages.forbidden();
    }
    return account;
  }
}
