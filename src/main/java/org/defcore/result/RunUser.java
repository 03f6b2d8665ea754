package org.defcore.result;

/**
 * Somebody whom a run logged in.
 *
 * @param cloud name in clouds.yaml
 */
public record RunUser(String cloud, String projectId, String userId) {}
