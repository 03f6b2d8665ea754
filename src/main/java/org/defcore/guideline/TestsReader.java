package org.defcore.guideline;

import java.util.List;

/** Reads the tests of one capability: a list of names in schema 1.2, objects by name after it. */
interface TestsReader {

  List<GuidelineTest> read(Place capability);
}
