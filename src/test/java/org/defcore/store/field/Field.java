package org.defcore.store.field;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up field: the clouds of many vendors, and the runs on them in three years. The same seed
 * and the same numbers give the same field.
 *
 * @param visits the runs, by time
 */
public record Field(Chance chance, List<Visit> visits) {

  private static final Instant BEGIN =
      FieldClouds.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant END = FieldClouds.LAST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

  public Field {
    visits = List.copyOf(visits);
  }

  /**
   * A run that is to be made.
   *
   * @param number among all runs, from 0
   */
  record Visit(int number, FieldCloud cloud, Instant when) {

    LocalDate day() {
      return LocalDate.ofInstant(when, ZoneOffset.UTC);
    }
  }

  /** A field with so many runs, on at most so many clouds. */
  public static Field of(long seed, int clouds, int runs) {
    Chance chance = new Chance(seed);
    List<FieldCloud> all = new FieldClouds(chance).make(Math.min(clouds, runs));
    double[] eager = new double[all.size()];
    double sum = 0;
    for (int i = 0; i < eager.length; i++) {
      // Some are tested every week, most a few times a year.
      eager[i] = 0.15 + Math.pow(chance.share("eager", i), 4) * 3;
      sum += eager[i];
    }
    List<Visit> visits = new ArrayList<>();
    double due = 0;
    for (int i = 0; i < eager.length; i++) {
      double before = Math.rint(due);
      due += (runs - eager.length) * eager[i] / sum;
      visits.addAll(visits(chance, all.get(i), 1 + (int) (Math.rint(due) - before)));
    }
    visits.sort(Comparator.comparing(Visit::when).thenComparing(it -> it.cloud().name()));
    for (int i = 0; i < visits.size(); i++) {
      visits.set(i, new Visit(i, visits.get(i).cloud(), visits.get(i).when()));
    }
    return new Field(chance, visits);
  }

  /** Runs of one cloud, which may have come late, at about equal distances. */
  private static List<Visit> visits(Chance chance, FieldCloud cloud, int runs) {
    SplittableRandom its = chance.of("visits", cloud.name());
    double late = its.nextDouble() < 0.6 ? 0 : its.nextDouble() * 0.7;
    long whole = Duration.between(BEGIN, END).toSeconds();
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      double at = late + (1 - late) * (i + its.nextDouble()) / runs;
      visits.add(new Visit(0, cloud, BEGIN.plusSeconds((long) (whole * at))));
    }
    return visits;
  }
}
