/** A door to the command line for tests of the whole. */
package io.qhyper.cli;
