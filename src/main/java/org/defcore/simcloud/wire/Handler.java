package org.defcore.simcloud.wire;

import java.io.IOException;

/** The work of one operation. */
@FunctionalInterface
public interface Handler {

  Reply answer(Incoming request) throws IOException;
}
