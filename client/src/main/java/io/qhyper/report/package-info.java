/** What a run came to, as records for files and JSON and as text for people. */
package io.qhyper.report;
