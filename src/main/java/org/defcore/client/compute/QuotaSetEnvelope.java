package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Body of a quota set, closed. */
record QuotaSetEnvelope(@JsonProperty("quota_set") QuotaSet quotaSet) {}
