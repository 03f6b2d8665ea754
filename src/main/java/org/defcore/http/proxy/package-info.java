/** Proxies on the way to a cloud, as the environment names them. */
@org.jspecify.annotations.NullMarked
package org.defcore.http.proxy;
