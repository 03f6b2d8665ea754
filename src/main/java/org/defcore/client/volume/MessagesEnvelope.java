package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Body of the list of messages, open. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MessagesEnvelope(List<Message> messages) {}
