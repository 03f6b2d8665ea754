package org.defcore.simcloud.objectstore;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/**
 * Rights to containers and objects. The user's own project owns its account; others need an entry
 * in the list of a container, or the signature of a link.
 *
 * @param unauthorized the answer to those who do not say who they are
 */
record Access(
    Accounts accounts, SignedLinks links, Defects defects, Function<Incoming, Reply> unauthorized) {

  /** The kinds of access to objects. */
  enum Right {
    READ("X-Container-Read", ObjectStoreDefect.OPEN_TO_READ),
    WRITE("X-Container-Write", ObjectStoreDefect.OPEN_TO_WRITE);

    private final String list;
    private final ObjectStoreDefect open;

    Right(String list, ObjectStoreDefect open) {
      this.list = list;
      this.open = open;
    }
  }

  /** The account in the address, which has to be that of the caller's project. */
  static String own(Incoming request) {
    String account = request.part("account");
    if (!isOwner(request, account)) {
      throw SwiftPages.forbidden();
    }
    return account;
  }

  static boolean isOwner(Incoming request, String account) {
    return request.knownCaller().filter(it -> account.equals("AUTH_" + it.project())).isPresent();
  }

  /** The account in the address, whose container has to give the caller that right. */
  String of(Incoming request, Right right) {
    return of(request, request.part("container"), right);
  }

  String of(Incoming request, String container, Right right) {
    String account = request.part("account");
    if (defects.on(right.open)) {
      return account;
    }
    if (request.query("temp_url_sig").isPresent()) {
      if (!links.isSigned(request)) {
        throw new Refusal(SwiftPages.invalidLink(unauthorized.apply(request)));
      }
    } else if (!isOwner(request, account) && !isListed(request, account, container, right)) {
      throw request.knownCaller().isPresent()
          ? SwiftPages.forbidden()
          : new Refusal(unauthorized.apply(request));
    }
    return account;
  }

  private boolean isListed(Incoming request, String account, String container, Right right) {
    Optional<Caller> caller = request.knownCaller();
    return accounts.find(account, container).stream()
        .flatMap(it -> Optional.ofNullable(it.notes().get(right.list)).stream())
        .flatMap(it -> Stream.of(it.split(",")))
        .map(String::strip)
        .anyMatch(it -> it.equals(".r:*") || caller.filter(who -> names(it, who)).isPresent());
  }

  private static boolean names(String entry, Caller caller) {
    return Stream.of("*", caller.project())
        .flatMap(project -> Stream.of("*", caller.userId()).map(user -> project + ":" + user))
        .toList()
        .contains(entry);
  }

  /** Headers of a container that only its owner is shown. */
  static List<String> hidden() {
    return List.of(Right.READ.list, Right.WRITE.list);
  }
}
