package org.defcore.guideline.read;

/** Reads the files of one schema family; what is wrong goes into the reading of the root. */
interface SchemaReader {

  Contents read(JsonPlace root);
}
