package io.qhyper.cli;

/**
 * What a command is given by the program that runs it.
 *
 * @param console where to print
 * @param stop whether the user wants it to end
 */
record Session(Console console, StopSignal stop) {}
