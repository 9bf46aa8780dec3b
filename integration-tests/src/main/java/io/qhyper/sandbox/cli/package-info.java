/** The sandbox as a command: {@code qhyper sandbox}. */
package io.qhyper.sandbox.cli;
