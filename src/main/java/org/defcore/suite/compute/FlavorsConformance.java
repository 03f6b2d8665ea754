package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.FLAVOR;

import java.util.List;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.FlavorSummary;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Flavors in the lists and by themselves. */
final class FlavorsConformance {

  @InteropTest(
      id = "e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59",
      claim = "The brief flavor list gives a flavor the id, name and links that its own record has")
  void briefListAgreesWithTheRecord(Cloud cloud) {
    ComputeClient compute = cloud.as(MEMBER).compute();

    List<FlavorSummary> flavors = compute.listFlavors();

    Flavor flavor = compute.getFlavor(cloud.fact(FLAVOR));
    assertThat(flavors).as("GET /flavors").contains(flavor.summary());
  }

  @InteropTest(
      id = "6e85fde4-b3cd-4137-ab72-ed5f418e8c24",
      claim = "The detailed flavor list gives a flavor exactly as its own record does")
  void detailedListAgreesWithTheRecord(Cloud cloud) {
    ComputeClient compute = cloud.as(MEMBER).compute();

    List<Flavor> flavors = compute.listFlavorsInDetail();

    Flavor flavor = compute.getFlavor(cloud.fact(FLAVOR));
    assertThat(flavors).as("GET /flavors/detail").contains(flavor);
  }
}
