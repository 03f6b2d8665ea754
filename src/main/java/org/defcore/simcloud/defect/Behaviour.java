package org.defcore.simcloud.defect;

/** Wrong behaviour of one operation that no distorted answer can express. */
public enum Behaviour implements SpecialDefect {
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
  SERVER_ANY_NAME_TYPE("compute.servers.create.ignores-name-type", "a number is accepted as name"),
  SERVER_BLANK_NAME("compute.servers.create.accepts-blank-name", "a blank name is accepted"),
  SERVER_LONG_NAME(
      "compute.servers.create.accepts-long-name", "a name of more than 255 characters is accepted"),
  SERVER_LONG_METADATA(
      "compute.servers.create.accepts-long-metadata", "metadata of any length are accepted"),
  SERVER_UNKNOWN_FLAVOR(
      "compute.servers.create.accepts-unknown-flavor", "an unknown flavor is taken for the first"),
  SERVER_UNKNOWN_IMAGE(
      "compute.servers.create.accepts-unknown-image", "an unknown image is accepted"),
  SERVER_UNKNOWN_NETWORK(
      "compute.servers.create.accepts-unknown-network", "an unknown network is taken for the own"),
  SERVER_BAD_ADDRESS(
      "compute.servers.create.accepts-bad-address", "any text is accepted as access address"),
  SERVER_LOSES_METADATA("compute.servers.create.loses-metadata", "metadata are not kept"),
  SERVER_OTHER_NAME("compute.servers.create.other-name", "a new server has another name"),
  SERVER_OTHER_PASSWORD(
      "compute.servers.create.other-password", "the password sent is not the one answered"),
  SERVER_LOSES_KEY("compute.servers.create.loses-key", "a new server has no key pair"),
  SERVER_LOSES_ACCESS(
      "compute.servers.create.loses-access-addresses", "access addresses are not kept"),
  SERVER_OTHER_IMAGE("compute.servers.create.other-image", "a new server names another image"),
  SERVER_OTHER_FLAVOR("compute.servers.create.other-flavor", "a new server has the other flavor"),
  SERVER_STAYS_BUILDING(
      "compute.servers.create.stays-building", "a new server is never done being built"),
  SERVER_FAILS("compute.servers.create.ends-in-error", "a new server ends in error"),
  SERVER_ONLY_ONE(
      "compute.servers.create.only-one", "one server is made, however many are asked for"),
  SERVER_RESERVATION(
      "compute.servers.create.gives-reservation-id", "a reservation is answered, asked for or not"),
  SERVER_NAME_ONCE("compute.servers.create.refuses-duplicate-name", "a name can be used once"),
  SERVER_NO_ADDRESSES("compute.servers.create.no-addresses", "a new server has no addresses"),
  SERVER_SHOWS_OTHER_SIZE(
      "compute.servers.show.other-vcpus", "the flavor within a server has one processor more"),
  SERVER_SHOWS_OTHER_HOST(
      "compute.servers.show.other-hostname", "every server has the host name localhost"),
  SERVERS_OMITTED("compute.servers.list.omits", "the list is empty"),
  SERVERS_NAME_IGNORED("compute.servers.list.ignores-name", "lists ignore the name"),
  SERVERS_NAME_ANCHORED("compute.servers.list.anchors-name", "lists match the whole name only"),
  SERVERS_IMAGE_IGNORED("compute.servers.list.ignores-image", "lists ignore the image"),
  SERVERS_FLAVOR_IGNORED("compute.servers.list.ignores-flavor", "lists ignore the flavor"),
  SERVERS_STATUS_IGNORED("compute.servers.list.ignores-status", "lists ignore the status"),
  SERVERS_STATUS_CASE(
      "compute.servers.list.case-sensitive-status", "lists know a status in capitals only"),
  SERVERS_IP_IGNORED("compute.servers.list.ignores-ip", "lists ignore the address"),
  SERVERS_UNLIMITED("compute.servers.list.ignores-limit", "lists ignore the limit"),
  SERVERS_ANY_LIMIT(
      "compute.servers.list.accepts-bad-limit", "a limit that is no number is ignored"),
  SERVERS_CHANGES_IGNORED(
      "compute.servers.list.ignores-changes-since", "lists ignore the time of changes"),
  SERVERS_ANY_CHANGES(
      "compute.servers.list.accepts-bad-changes-since", "a time that cannot be read is ignored"),
  SERVERS_DELETED_LISTED("compute.servers.list.shows-deleted", "lists have deleted servers, too"),
  SERVERS_DETAIL_OMITTED("compute.servers.detail.omits", "the detailed list is empty"),
  SERVER_UPDATE_NAME("compute.servers.update.ignores-name", "a new name is accepted and not kept"),
  SERVER_UPDATE_HOST_NAME(
      "compute.servers.update.ignores-hostname", "a new host name is accepted and not kept"),
  SERVER_UPDATE_ACCESS(
      "compute.servers.update.ignores-access-addresses", "new access addresses are not kept"),
  SERVER_UPDATE_EMPTY("compute.servers.update.accepts-empty-name", "an empty name is accepted"),
  SERVER_UPDATE_LONG(
      "compute.servers.update.accepts-long-name", "a name of more than 255 characters is accepted"),
  SERVER_UPDATE_STOPPED(
      "compute.servers.update.refuses-stopped", "a stopped server cannot be changed"),
  SERVER_KEPT("compute.servers.delete.keeps", "a deleted server stays"),
  SERVER_DELETE_IDEMPOTENT(
      "compute.servers.delete.idempotent", "deleting an unknown server is answered as done"),
  SERVER_DELETE_BAD(
      "compute.servers.delete.unknown-is-bad", "deleting an unknown server is a bad request"),
  SERVER_LOCK_IGNORED("compute.servers.lock.ignores", "a locked server can be stopped"),
  SERVER_UNLOCK_IGNORED("compute.servers.unlock.ignores", "an unlocked server stays locked"),
  SERVER_STOP_STAYS("compute.servers.stop.stays", "a stopped server goes on"),
  SERVER_START_STAYS("compute.servers.start.stays", "a started server stays off"),
  SERVER_REBOOT_STAYS("compute.servers.reboot.stays", "a rebooted server never comes back"),
  SERVER_REBOOT_STOPS("compute.servers.reboot.stops", "a rebooted server ends stopped"),
  SERVER_REBOOT_UNLOGGED(
      "compute.servers.reboot.not-logged", "a reboot is no action of the server"),
  SERVER_REBOOT_REFUSED("compute.servers.reboot.refuses", "no server is rebooted"),
  SERVER_REBUILD_REFUSED("compute.servers.rebuild.refuses", "no server is rebuilt"),
  SERVER_REBUILD_HARMS(
      "compute.servers.rebuild.refuses-and-renames", "a refused rebuild changes the name"),
  SERVER_REBUILD_IMAGE("compute.servers.rebuild.keeps-image", "a rebuilt server keeps its image"),
  SERVER_REBUILD_ID(
      "compute.servers.rebuild.changes-id", "a rebuilt server is answered with another id"),
  SERVER_REBUILD_ADDRESSES(
      "compute.servers.rebuild.loses-addresses", "a rebuilt server has no addresses"),
  SERVER_REBUILD_NAME("compute.servers.rebuild.other-name", "a rebuilt server has another name"),
  SERVER_REBUILD_METADATA("compute.servers.rebuild.loses-metadata", "new metadata are not kept"),
  SERVER_REBUILD_UNKNOWN(
      "compute.servers.rebuild.accepts-unknown",
      "rebuilding an unknown server is answered as begun"),
  SERVER_REBUILD_STAYS("compute.servers.rebuild.stays", "a rebuilt server never comes back"),
  SERVER_RESIZE_REFUSED("compute.servers.resize.refuses", "no server is resized"),
  SERVER_RESIZE_HARMS("compute.servers.resize.refuses-and-stops", "a refused resize stops it"),
  SERVER_RESIZE_FAILS(
      "compute.servers.resize.fails", "a resize comes to nothing, as the action log says"),
  SERVER_RESIZE_FAILS_UNSAID(
      "compute.servers.resize.fails-unsaid", "a resize comes to nothing without a word"),
  SERVER_RESIZE_AT_ONCE(
      "compute.servers.resize.needs-no-consent", "a resized server is never to be verified"),
  SERVER_RESIZE_STAYS("compute.servers.resize.stays", "a resized server can never be verified"),
  SERVER_RESIZE_UNKNOWN(
      "compute.servers.resize.accepts-unknown-flavor", "an unknown flavor is accepted"),
  SERVER_RESIZE_EMPTY("compute.servers.resize.accepts-empty-flavor", "an empty flavor is accepted"),
  SERVER_CONFIRM_KEEPS(
      "compute.servers.confirm-resize.keeps-flavor", "a confirmed server has the old flavor"),
  SERVER_REVERT_KEEPS(
      "compute.servers.revert-resize.keeps-flavor", "a reverted server has the new flavor"),
  SNAPSHOT_REFUSED("compute.servers.create-image.refuses", "no image is made of a server"),
  SNAPSHOT_WIDE_NAME(
      "compute.servers.create-image.refuses-wide-name",
      "an image of a server may have a name in ASCII only"),
  SNAPSHOT_FAILS("compute.servers.create-image.fails", "an image vanishes, as the action log says"),
  SNAPSHOT_FAILS_UNSAID(
      "compute.servers.create-image.fails-unsaid", "an image vanishes without a word"),
  SNAPSHOT_STAYS_QUEUED(
      "compute.servers.create-image.stays-queued", "an image of a server never becomes active"),
  SNAPSHOT_OTHER_NAME(
      "compute.servers.create-image.other-name", "an image of a server has another name"),
  SNAPSHOT_LOSES_METADATA(
      "compute.servers.create-image.loses-metadata", "metadata of the image are not kept"),
  SNAPSHOT_OTHER_MINIMUM(
      "compute.servers.create-image.other-minimum", "the image asks for more memory and disk"),
  ACTIONS_OMITTED("compute.instance-actions.list.omits-create", "the list lacks the creation"),
  ACTION_OTHER("compute.instance-actions.show.other-action", "an action is shown as another one"),
  METADATA_MERGED("compute.server-metadata.replace.merges", "what is not sent stays"),
  METADATA_REPLACED("compute.server-metadata.update.replaces", "what is not sent goes"),
  METADATA_ITEM_LOST(
      "compute.server-metadata.set-item.loses-others", "an item set is the only one"),
  METADATA_ITEM_KEPT("compute.server-metadata.delete-item.keeps", "a deleted item stays"),
  COMPUTE_IMAGE_KEPT("compute.images.delete.keeps", "a deleted image stays"),
  ATTACHMENT_REFUSED("compute.volume-attachments.create.refuses", "no volume is attached"),
  ATTACHMENT_FAILS(
      "compute.volume-attachments.create.fails",
      "a volume is available again, as the action log says"),
  ATTACHMENT_FAILS_UNSAID(
      "compute.volume-attachments.create.fails-unsaid",
      "a volume is available again without a word"),
  ATTACHMENT_UNLISTED("compute.volume-attachments.list.omits", "the list is empty"),
  ATTACHMENT_OTHER_DEVICE(
      "compute.volume-attachments.show.other-device", "another device is shown"),
  ATTACHMENT_KEPT("compute.volume-attachments.delete.keeps", "a detached volume stays"),
  ATTACHMENT_IDLE("compute.volume-attachments.create.does-nothing", "the volume is never in use"),
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
  FILE_INVENTED("image.file.download.invents", "an image without data can be downloaded");

  private final Defect defect;

  Behaviour(String name, String description) {
    defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
