/**
 * What stands on the page of a run or of a study: charts, drawings and tables made from what was
 * measured. {@link io.qhyper.report.page.RunPage} is the way in.
 */
package io.qhyper.report.page;
