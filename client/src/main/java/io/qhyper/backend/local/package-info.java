/** The local shot-based simulator as a backend: the same text and job shape that hardware gets. */
package io.qhyper.backend.local;
