/** Keys and tokens of tests, all with one mark. */
package io.qhyper.secrets;
