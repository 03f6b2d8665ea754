package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Body of a project list. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProjectsEnvelope(List<UserProject> projects) {}
