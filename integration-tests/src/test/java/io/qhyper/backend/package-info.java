/** What every backend must do. */
package io.qhyper.backend;
