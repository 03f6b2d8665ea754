/** Charts of pages: shapes of SVG that take their colours from the page's stylesheet. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.chart;
