/**
 * Devices from files: the two documents of the service, and one file of our own that holds a whole
 * {@link io.qhyper.compile.Target}.
 */
package io.qhyper.target;
