package org.defcore.kit;

/**
 * Something slow or costly that several tests use and none changes, or that lends itself to one at
 * a time. Made at most once a run, by the first test that asks; removed when the run ends. There is
 * one of each class, so an enum with one constant does best.
 *
 * @param <T> what the tests get
 */
public interface SharedFixture<T> {

  /** The name of the fixture in reports: {@code two images with data}. */
  String title();

  /**
   * Makes it.
   *
   * @param cloud records apart from any test
   * @param cleanup runs when the run ends
   */
  T make(Cloud cloud, Cleanup cleanup, Poll poll);
}
