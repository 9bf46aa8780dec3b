/** The sandbox, asked by plain HTTP. */
package io.qhyper.sandbox;
