/**
 * Pages of results: one self-contained HTML file with charts, drawings and tables, which works
 * offline. {@link io.qhyper.page.Page} says what is on it; the drawing is done by the script in the
 * resources, with Apache ECharts.
 */
package io.qhyper.page;
