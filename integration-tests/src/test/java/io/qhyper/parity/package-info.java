/** Whether hardware and simulation, and plan and service, tell the same. */
package io.qhyper.parity;
