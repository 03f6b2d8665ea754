package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Body of the answer to an upload, open: only where the image will be is of use. */
@JsonIgnoreProperties(ignoreUnknown = true)
record UploadEnvelope(@JsonProperty("os-volume_upload_image") Upload upload) {

  /** The image to come. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Upload(@JsonProperty("image_id") String imageId) {}
}
