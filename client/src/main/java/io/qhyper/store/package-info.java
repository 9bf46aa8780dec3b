/** Files and their formats: whole or not at all, and refused with a position when wrong. */
package io.qhyper.store;
