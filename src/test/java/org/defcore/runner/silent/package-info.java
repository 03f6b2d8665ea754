/** A suite whose test lacks a claim. */
package org.defcore.runner.silent;
