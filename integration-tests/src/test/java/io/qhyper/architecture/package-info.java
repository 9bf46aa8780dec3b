/** Holds the code to the drawing: which package may know which, and who may touch the world. */
package io.qhyper.architecture;
