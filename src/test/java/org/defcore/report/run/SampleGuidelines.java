package org.defcore.report.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;

/** Guidelines that the sample is scored by: one of a platform and one of an add-on. */
public final class SampleGuidelines {

  public static final Target COMPUTE =
      new Target(
          "compute",
          "OpenStack Powered Compute",
          Target.Kind.PLATFORM,
          List.of("os_powered_compute"),
          List.of());
  static final Target DNS =
      new Target(
          "dns",
          "DNS",
          Target.Kind.ADD_ON,
          List.of("os_powered_dns"),
          List.of("os_powered_compute"));

  private SampleGuidelines() {}

  public static Guideline powered() {
    Flag flag =
        new Flag(
            Optional.of("D404"),
            "needs a volume back end of one kind",
            "rewrite the test",
            Optional.of(LocalDate.of(2020, 6, 1)));
    List<Capability> capabilities =
        List.of(
            capability(
                "compute-servers-create",
                "Create servers and see them run",
                test(1, "list_servers"),
                test(2, "create_server"),
                test(3, "verify_vcpus"),
                test(4, "resize_server"),
                test(7, "reboot_server")),
            capability(
                "compute-servers-list",
                "List servers",
                test(1, "list_servers"),
                test(9, "show_quota"),
                test(13, "suspend_server")),
            capability(
                "identity-v3-list-projects",
                "List the projects of a user",
                test(5, "list_two_projects")),
            capability(
                "volumes-attach",
                "Attach volumes to servers",
                flagged(6, "attach_volume", flag),
                flagged(12, "detach_volume", flag)),
            capability(
                "compute-keypairs-create",
                "Create key pairs",
                new GuidelineTest(
                    "tempest.api.old_list_keypairs",
                    Optional.empty(),
                    List.of(Sample.name("list_keypairs")),
                    Optional.empty())),
            capability("objects-create", "Create containers", test(11, "create_container")));
    return guideline(
        "2020.06",
        COMPUTE,
        Map.of(
            Status.REQUIRED,
            List.of(
                "compute-servers-create",
                "compute-servers-list",
                "identity-v3-list-projects",
                "volumes-attach",
                "compute-keypairs-create"),
            Status.ADVISORY,
            List.of("objects-create"),
            Status.REMOVED,
            List.of("compute-gone")),
        capabilities);
  }

  static Guideline dns() {
    return guideline(
        "dns.2020.06",
        DNS,
        Map.of(Status.REQUIRED, List.of("dns-zones")),
        List.of(capability("dns-zones", "Keep zones", test(10, "list_zones"))));
  }

  public static Guideline guideline(
      String id, Target target, Map<Status, List<String>> listed, List<Capability> capabilities) {
    Map<String, Capability> byName = new LinkedHashMap<>();
    capabilities.forEach(it -> byName.put(it.name(), it));
    String component = target.components().get(0);
    return new Guideline(
        id,
        "2.0",
        "sha256:" + "5a".repeat(32),
        "approved",
        Optional.empty(),
        List.of("ussuri"),
        List.of(target),
        Map.of(component, new Guideline.Component(component, listed)),
        byName,
        Annex.NONE,
        List.of());
  }

  public static Capability capability(String name, String description, GuidelineTest... tests) {
    return new Capability(
        name, description, "nova", false, List.of(), Optional.empty(), List.of(tests));
  }

  public static GuidelineTest test(int number, String name) {
    return new GuidelineTest(
        Sample.name(name), Optional.of(Sample.id(number)), List.of(), Optional.empty());
  }

  private static GuidelineTest flagged(int number, String name, Flag flag) {
    return new GuidelineTest(
        Sample.name(name), Optional.of(Sample.id(number)), List.of(), Optional.of(flag));
  }
}
