/** The page of a run that goes on, served to a browser on this machine. */
package io.qhyper.watch;
