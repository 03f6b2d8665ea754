package org.defcore.simcloud.identity;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the identity service can show. */
public enum IdentityDefect implements SpecialDefect {
  TOKENS_STAY("identity.password.change.tokens-stay", "a new password leaves earlier tokens valid"),
  OLD_STAYS("identity.password.change.old-stays", "the password before a change still logs in"),
  SHORT_HISTORY(
      "identity.password.change.short-history", "only the password of now is refused as used"),
  NO_LOCKOUT("identity.tokens.create.no-lockout", "wrong passwords lock nobody"),
  ENDLESS_LOCKOUT("identity.tokens.create.endless-lockout", "a user who is locked stays locked");

  private final Defect defect;

  IdentityDefect(String name, String description) {
    this.defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
