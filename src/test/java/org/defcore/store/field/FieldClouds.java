package org.defcore.store.field;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.defcore.capability.Kind;
import org.defcore.store.field.FieldCloud.Upgrade;

/** The clouds of a field: of each vendor some products, of each product some regions. */
final class FieldClouds {

  static final LocalDate FIRST_DAY = LocalDate.of(2023, 12, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);

  private static final List<String> TREES =
      List.of(
          "Alder",
          "Ash",
          "Aspen",
          "Beech",
          "Birch",
          "Cedar",
          "Cherry",
          "Elder",
          "Elm",
          "Fir",
          "Hazel",
          "Hickory",
          "Holly",
          "Hornbeam",
          "Juniper",
          "Larch",
          "Laurel",
          "Linden",
          "Maple",
          "Oak",
          "Olive",
          "Pear",
          "Pine",
          "Plane",
          "Poplar",
          "Rowan",
          "Spruce",
          "Walnut",
          "Willow",
          "Yew");
  private static final List<String> TRADES = List.of("Hosting", "Systems", "Telecom", "Compute");
  private static final List<String> RELEASES =
      List.of(
          "Queens",
          "Rocky",
          "Stein",
          "Train",
          "Ussuri",
          "Victoria",
          "Wallaby",
          "Xena",
          "Yoga",
          "Zed",
          "2023.1",
          "2023.2",
          "2024.1",
          "2024.2",
          "2025.1",
          "2025.2",
          "2026.1",
          "2026.2");
  private static final LocalDate QUEENS = LocalDate.of(2018, 3, 1);
  private static final int VENDORS = 30;
  private static final int PRODUCTS = 55;

  private final Chance chance;

  FieldClouds(Chance chance) {
    this.chance = chance;
  }

  /** Of 200 clouds, 60 vendors have 110 products. */
  List<FieldCloud> make(int clouds) {
    int vendors = Math.min(TREES.size() * TRADES.size(), Math.max(1, clouds * VENDORS / 100));
    int products = Math.max(vendors, clouds * PRODUCTS / 100);
    return IntStream.range(0, clouds).mapToObj(it -> cloud(it, products, vendors)).toList();
  }

  private FieldCloud cloud(int number, int products, int vendors) {
    int product = belongsTo(number, products, "product");
    int vendor = belongsTo(product, vendors, "vendor");
    SplittableRandom its = chance.of("cloud", number);
    SplittableRandom traits = chance.of("traits", product);
    String tree = TREES.get(vendor % TREES.size());
    Kind kind = kind(traits.nextDouble());
    double trouble = trouble(traits.nextDouble());
    boolean objects = traits.nextDouble() < 0.7;
    String region = List.of("eu", "us", "ap", "af").get(its.nextInt(4)) + "-" + number;
    return new FieldCloud(
        tree + " " + TRADES.get(vendor / TREES.size()),
        "%s %s %d".formatted(tree, word(kind), product + 1),
        tree.toLowerCase(Locale.ROOT) + "-" + region,
        region,
        kind,
        trouble * (0.8 + 0.4 * its.nextDouble()),
        objects,
        upgrades(traits, its));
  }

  /** Each owner has one at least, and the first ones have more. */
  private int belongsTo(int number, int owners, String what) {
    double share = chance.share(what, number);
    return number < owners ? number : (int) (owners * share * share);
  }

  private static Kind kind(double share) {
    if (share < 0.76) {
      return Kind.VIRTUAL_MACHINE;
    }
    return share < 0.87 ? Kind.SYSTEM_CONTAINER : share < 0.95 ? Kind.BARE_METAL : Kind.ZONE;
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case VIRTUAL_MACHINE -> "Cloud";
      case SYSTEM_CONTAINER -> "Dense Cloud";
      case ZONE -> "Zones";
      case BARE_METAL -> "Metal";
    };
  }

  /** Two of five products are as good as without, one of five has a lot. */
  private static double trouble(double share) {
    return share < 0.4 ? 0.02 : share < 0.8 ? 0.25 : 1.5;
  }

  /** A product's releases, which reach each of its clouds some weeks later. */
  private static List<Upgrade> upgrades(SplittableRandom product, SplittableRandom its) {
    int behind = 180 + product.nextInt(1500);
    int delay = its.nextInt(60);
    LocalDate day = FIRST_DAY.minusDays(product.nextInt(400));
    List<Upgrade> upgrades = new ArrayList<>();
    for (int number = 0; day.isBefore(LAST_DAY); number++) {
      long halves = ChronoUnit.DAYS.between(QUEENS, day.minusDays(behind)) / 183;
      String openstack = RELEASES.get((int) Math.max(0, Math.min(RELEASES.size() - 1L, halves)));
      upgrades.add(
          new Upgrade(
              day.plusDays(delay), "%d.%d".formatted(5 + number / 2, number % 2), openstack));
      day = day.plusDays(120L + product.nextInt(380));
    }
    return upgrades;
  }
}
