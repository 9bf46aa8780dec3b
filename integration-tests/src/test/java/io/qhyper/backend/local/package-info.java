/** The contract of backends, held by the local simulator. */
package io.qhyper.backend.local;
