package org.defcore.client.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Body of the image list. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImagesEnvelope(List<Image> images) {}
