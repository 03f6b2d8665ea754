package org.defcore.cli.options;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.defcore.desk.Installation;
import org.defcore.desk.TestListFile;
import org.defcore.runner.Selection;
import org.defcore.runner.TestEntry;
import org.defcore.service.Service;
import picocli.CommandLine.Option;

/** Options for the tests to run. A run of some of them is partial and can never be conformant. */
public final class SelectionOptions {

  static final String TEST = "--test";
  static final String TEST_LIST = "--test-list";

  private static final String CAPABILITY = "--capability";
  private static final String SERVICE = "--service";
  private static final String EXCLUDE = "--exclude";
  private static final String EXCLUDE_LIST = "--exclude-list";

  /** Names of all of them. */
  static final List<String> ALL =
      List.of(TEST, TEST_LIST, CAPABILITY, SERVICE, EXCLUDE, EXCLUDE_LIST);

  /** A comma, except between the attributes of a test. */
  private static final String COMMA = ",(?![^\\[]*])";

  @Option(
      names = TEST,
      split = COMMA,
      splitSynopsisLabel = ",",
      paramLabel = "TEST",
      description =
          "Select tests with this id or name, written name[id-...,smoke] if you like, or with a name"
              + " in which this regular expression is found; repeatable.")
  private List<String> tests = new ArrayList<>();

  @Option(
      names = TEST_LIST,
      paramLabel = "FILE",
      description =
          "Select the tests of this file, which has what --test takes, one a line, and comments after"
              + " #; it may be gzip'd; repeatable.")
  private List<String> testLists = new ArrayList<>();

  @Option(
      names = CAPABILITY,
      split = ",",
      paramLabel = "NAME",
      description = "Select tests of this capability; repeatable.")
  private List<String> capabilities = new ArrayList<>();

  @Option(
      names = SERVICE,
      split = ",",
      paramLabel = "TYPE",
      completionCandidates = ServiceWords.class,
      description = "Select tests of this service: ${COMPLETION-CANDIDATES}; repeatable.")
  private List<String> services = new ArrayList<>();

  @Option(
      names = EXCLUDE,
      split = COMMA,
      splitSynopsisLabel = ",",
      paramLabel = "TEST",
      description = "Exclude tests, named as for --test; repeatable.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = EXCLUDE_LIST,
      paramLabel = "FILE",
      description =
          "Exclude the tests of this file, written as for --test-list; a comment beside a test is the"
              + " reason; repeatable.")
  private List<String> excludeLists = new ArrayList<>();

  public Selection selection(Installation installation) {
    List<TestEntry> taken = typed(TEST, tests);
    testLists.forEach(it -> taken.addAll(new TestListFile(TEST_LIST, it).some(installation)));
    List<TestEntry> left = typed(EXCLUDE, excluded);
    excludeLists.forEach(it -> left.addAll(new TestListFile(EXCLUDE_LIST, it).all(installation)));
    return new Selection(taken, capabilities, services, left);
  }

  private static List<TestEntry> typed(String option, List<String> values) {
    List<TestEntry> entries = new ArrayList<>();
    values.forEach(it -> entries.add(TestEntry.typed(option, it.strip())));
    return entries;
  }

  private static final class ServiceWords implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Service.words().iterator();
    }
  }
}
