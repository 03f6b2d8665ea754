package org.defcore.guideline.read;

import java.util.List;
import org.defcore.guideline.GuidelineTest;

/** Reads the tests of one capability: a list of names in schema 1.2, objects by name after it. */
interface TestsReader {

  List<GuidelineTest> read(JsonPlace capability);
}
