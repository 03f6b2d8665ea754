package org.defcore.client.compute;

/** What a server's console has kept, line by line; closed. */
record ConsoleOutput(String output) {}
