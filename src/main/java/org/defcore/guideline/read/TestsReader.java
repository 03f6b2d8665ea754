package org.defcore.guideline.read;

import org.defcore.guideline.GuidelineTest;
import java.util.List;

/** Reads the tests of one capability: a list of names in schema 1.2, objects by name after it. */
interface TestsReader {

  List<GuidelineTest> read(JsonPlace capability);
}
