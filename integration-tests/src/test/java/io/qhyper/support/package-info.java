/** What whole-program tests share. */
package io.qhyper.support;
