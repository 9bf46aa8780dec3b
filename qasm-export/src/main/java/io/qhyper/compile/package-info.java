/** Passes that turn a circuit into a better one with the same measured distribution. */
package io.qhyper.compile;
