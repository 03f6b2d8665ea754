package org.defcore.guideline.read;

/** Reads the files of one schema family; problems are recorded in the reading of the root. */
interface SchemaReader {

  Contents read(JsonPlace root);

  /** Reads the data about the guideline itself, and nothing else. */
  IdentityReader identity(JsonPlace root);
}
