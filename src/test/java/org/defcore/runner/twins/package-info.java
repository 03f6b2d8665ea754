/** A suite that has one id twice. */
package org.defcore.runner.twins;
