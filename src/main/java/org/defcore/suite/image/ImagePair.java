package org.defcore.suite.image;

import org.defcore.client.image.Image;

/** What {@link ListedImages} makes, as the cloud answered to the registrations. */
record ImagePair(Image qcow2, Image raw) {}
