import org.defcore.kit.resource.ResourceKind;

/** Prints where the resources that a run can create are listed: service, path, key of the list. */
final class Kinds {

  private Kinds() {}

  public static void main(String[] arguments) {
    for (ResourceKind kind : ResourceKind.values()) {
      ResourceKind.Collection all = kind.collection();
      // No list tells a password.
      if (kind != ResourceKind.USER_PASSWORD) {
        System.out.println(all.service().word() + "\t" + all.path() + "\t" + all.key());
      }
    }
  }
}
