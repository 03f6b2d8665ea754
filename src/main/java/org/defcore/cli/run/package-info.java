/** Commands about clouds and runs. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli.run;
