/** Whole runs of the built command, from the outside. */
package io.qhyper.journey;
