/** Trouble with the service, met by the product. */
package io.qhyper.faults;
