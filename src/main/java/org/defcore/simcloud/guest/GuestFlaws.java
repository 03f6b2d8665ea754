package org.defcore.simcloud.guest;

import java.util.Optional;
import java.util.function.Function;
import org.defcore.simcloud.defect.Defects;

/** Defects of guests: what runs at an address differs from what should. */
public record GuestFlaws(Function<String, Optional<Guest>> guests, Defects defects)
    implements Function<String, Optional<Guest>> {

  @Override
  public Optional<Guest> apply(String address) {
    return guests.apply(address).map(this::spoiled);
  }

  private Guest spoiled(Guest guest) {
    return new Guest(
        defects.on(GuestDefect.OTHER_HOST_NAME) ? "localhost" : guest.hostName(),
        guest.processors() + (defects.on(GuestDefect.OTHER_PROCESSORS) ? 1 : 0),
        guest.publicKey().filter(it -> !defects.on(GuestDefect.REFUSES)),
        guest.userland());
  }
}
