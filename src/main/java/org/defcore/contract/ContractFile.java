package org.defcore.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.service.Service;

/**
 * {@code contract.yaml} beside the client of a service; that of networking says how it is read.
 *
 * @param promises by method and number of parts of the path, the most definite first
 * @param faults forms of the bodies of errors
 * @param version the microversion of answers to requests that name none
 */
record ContractFile(
    Map<String, List<Promise>> promises, List<Form> faults, Optional<String> version) {

  /** Read once a process: a program may make many runs, and they do not change. */
  private static final Map<Service, ContractFile> READ = new ConcurrentHashMap<>();

  static ContractFile of(Service service) {
    return READ.computeIfAbsent(service, ContractReader::read);
  }

  ContractFile {
    promises = Map.copyOf(promises);
    faults = List.copyOf(faults);
  }
}
