package org.defcore.guideline.lint;

import java.util.List;
import org.defcore.guideline.Finding;

/** A group of rules that belong together. */
interface Checks {

  /** The findings, in file order. */
  List<Finding> check(Subject subject);
}
