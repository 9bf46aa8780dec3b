/**
 * The command line: commands parse, call one method of another package and render what it gives.
 *
 * <p>The only package that reads the environment, prints, and knows exit codes. Results go to
 * stdout, talk to stderr.
 */
package io.qhyper.cli;
