/** The search for keys and tokens in everything that tests wrote. */
package io.qhyper.secrets;
