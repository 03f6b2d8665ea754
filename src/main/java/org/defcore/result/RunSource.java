package org.defcore.result;

import java.util.List;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;

/** A run that can be read, wherever it is kept: in a folder, in an archive, in a database. */
public interface RunSource extends AutoCloseable {

  /** Name of the file, where there is one, with the vendor's declaration at the time of the run. */
  String DECLARATION = "declaration.yaml";

  /**
   * The plan of the run.
   *
   * @throws RunException if that cannot be read
   */
  Plan plan();

  /**
   * All that the run established; a test that never ran is {@link Outcome#NOT_RUN}.
   *
   * @throws RunException if that cannot be read
   */
  RunRecord record();

  /** The exchanges of the last attempt of a test; empty if none are kept. */
  List<Exchange> evidence(TestId test);

  /**
   * The exchanges of one attempt of a test; empty if none are kept.
   *
   * @param attempt from 1
   */
  List<Exchange> evidence(TestId test, int attempt);

  /**
   * A file of the run as it is.
   *
   * @param name as in a folder: {@code declaration.yaml}, {@code report.json}
   * @return empty if the run has no such file
   */
  Optional<byte[]> file(String name);

  /** A file of the run as messages name it. */
  String nameOf(String file);

  /** Lets go of the file that the run is kept in, where it is. */
  @Override
  default void close() {}
}
