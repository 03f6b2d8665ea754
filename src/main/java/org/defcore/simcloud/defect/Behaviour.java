package org.defcore.simcloud.defect;

/** Wrong behaviour of one operation that no distorted answer can express. */
public enum Behaviour {
  TOKEN_FOREIGN_PROJECT(
      "identity.tokens.create.accepts-foreign-project",
      "a login to a project of somebody else succeeds"),
  TOKEN_OTHER_PROJECT(
      "identity.tokens.create.other-project", "a login is scoped to another project than asked"),
  TOKEN_OTHER_USER("identity.tokens.create.other-user", "a token names another user"),
  TOKEN_BORN_EXPIRED(
      "identity.tokens.create.born-expired", "a token says that it expired before it was issued"),
  TOKEN_OVERDUE(
      "identity.tokens.create.overdue", "a token was issued and expired an hour ago, by its body"),
  TOKEN_CHANGED(
      "identity.tokens.validate.changes-body", "a token read back differs from the one issued"),
  TOKEN_READ_OTHER_USER(
      "identity.tokens.validate.other-user", "a token read back names another user"),
  TOKEN_KEPT("identity.tokens.revoke.keeps", "a revoked token stays valid"),
  PROJECTS_FOREIGN(
      "identity.projects.list.foreign", "the list of projects has one of somebody else"),
  ZONES_NONE("compute.availability-zones.list.none", "there is no availability zone"),
  FLAVORS_OTHER_LINKS(
      "compute.flavors.list.other-links", "the list links to other addresses than the record"),
  FLAVORS_OTHER_NAME("compute.flavors.list.other-name", "the list has other names"),
  FLAVORS_OMITTED("compute.flavors.list.omits", "the list is empty"),
  FLAVORS_DETAIL_OTHER_RAM(
      "compute.flavors.detail.other-ram", "the detailed list has other memory sizes"),
  FLAVORS_DETAIL_OMITTED("compute.flavors.detail.omits", "the detailed list is empty"),
  QUOTAS_OTHER_PROJECT("compute.quotas.show.other-project", "the quota set has another id"),
  QUOTAS_USER_OTHER_PROJECT(
      "compute.quotas.show.other-project-for-user",
      "the quota set has another id when a user is named"),
  QUOTAS_DEFAULT_OTHER_PROJECT(
      "compute.quotas.defaults.other-project", "the default quota set has another id"),
  KEYPAIR_TYPE_IGNORED(
      "compute.keypairs.create.ignores-type", "every key pair is of type ssh, whatever was asked"),
  KEYPAIR_TYPE_NOT_SHOWN("compute.keypairs.show.other-type", "a record shows type ssh always"),
  KEYPAIR_TYPE_NOT_LISTED("compute.keypairs.list.other-type", "the list shows type ssh always"),
  KEYPAIRS_OMITTED("compute.keypairs.list.omits", "the list of key pairs is empty"),
  KEYPAIR_KEPT("compute.keypairs.delete.keeps", "a deleted key pair stays"),
  IMAGE_KEPT("image.images.delete.keeps", "a deleted image can still be read"),
  IMAGE_LISTED("image.images.delete.still-listed", "a deleted image stays in the list only"),
  IMAGES_UNFILTERED("image.images.list.ignores-filter", "filters of the list are ignored"),
  IMAGES_UNLIMITED("image.images.list.ignores-limit", "the limit of the list is ignored"),
  IMAGES_OMITTED("image.images.list.omits", "the list is empty"),
  IMAGES_SLASH("image.images.list.strips-slash", "the list answers below its slash, too"),
  IMAGE_SLASH_DELETED(
      "image.images.delete.accepts-empty-id", "deleting an empty id is answered as done"),
  IMAGE_UNKNOWN_DELETED(
      "image.images.delete.idempotent", "deleting an image that is not there is answered as done"),
  IMAGE_UNKNOWN_SHOWN("image.images.show.invents", "an image that is not there is shown"),
  IMAGE_ANY_FORMAT("image.images.create.accepts-any-format", "unknown formats are accepted"),
  IMAGE_ACTIVE("image.images.create.active", "a new image is active at once"),
  IMAGE_OTHER_VISIBILITY("image.images.create.other-visibility", "a new image is shared always"),
  IMAGE_OTHER_NAME("image.images.create.other-name", "a new image has another name"),
  IMAGE_LOSES_PROPERTIES(
      "image.images.create.loses-properties", "additional properties are not kept"),
  IMAGE_UPDATE_IGNORED("image.images.update.ignores", "a patch is accepted and not applied"),
  IMAGE_UPDATE_MOVES("image.images.update.changes-id", "a patched image is shown with another id"),
  TAG_LOST("image.tags.create.loses", "an added tag is not kept"),
  TAG_ANYWHERE(
      "image.tags.create.accepts-unknown-image", "a tag of an unknown image is answered as added"),
  TAG_KEPT("image.tags.delete.keeps", "a removed tag stays"),
  TAG_IDEMPOTENT(
      "image.tags.delete.idempotent", "removing a tag that was never there is answered as done"),
  FILE_CORRUPTED("image.file.upload.corrupts", "the first byte of uploaded data is changed"),
  FILE_SIZE_LOST("image.file.upload.loses-size", "an image has no size after its upload"),
  FILE_SIZE_WRONG("image.file.upload.other-size", "an image is a byte too large after its upload"),
  FILE_STAYS_QUEUED("image.file.upload.stays-queued", "an image stays queued after its upload"),
  FILE_INVENTED("image.file.download.invents", "an image without data can be downloaded"),
  VOLUME_STAYS_CREATING(
      "volume.volumes.create.stays-creating", "a new volume is never done being created"),
  VOLUME_FAILS("volume.volumes.create.ends-in-error", "a new volume ends in error"),
  VOLUME_OTHER_SIZE("volume.volumes.create.other-size", "a new volume is a gigabyte too large"),
  VOLUME_NEVER_IN_USE(
      "volume.volumes.show.never-in-use", "an attached volume is shown as available"),
  VOLUME_STAYS_ATTACHED("volume.volumes.show.stays-attached", "a detached volume is shown in use"),
  VOLUME_KEPT("volume.volumes.delete.keeps", "a deleted volume stays"),
  GUEST_REFUSES("guest.login.refuses", "no guest lets in the key that it was created with"),
  GUEST_OTHER_HOST_NAME("guest.hostname.other", "a guest has the host name localhost"),
  GUEST_OTHER_PROCESSORS("guest.cpus.other", "a guest sees one more processor than its flavor has");

  private final String defect;
  private final String description;

  Behaviour(String defect, String description) {
    this.defect = defect;
    this.description = description;
  }

  public String defect() {
    return defect;
  }

  public String description() {
    return description;
  }
}
