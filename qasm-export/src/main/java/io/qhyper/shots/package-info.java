/**
 * Measured bitstrings, and the one place where their order is defined.
 *
 * <p>A classical register of width {@code N} holds bits {@code c[0] … c[N-1]}. It is printed with
 * bit {@code N-1} on the left and bit 0 on the right, as OpenQASM tooling and IBM do, so that the
 * printed text read as a binary number has {@code c[0]} as its least significant bit.
 *
 * <p>Networks are read from the left: bit σ_k of a binary neural network is the character at
 * position {@code k} of the printed text, hence classical bit {@code N-1-k} (reference, section 2).
 * {@link BitString#bit} counts classical bits from the right, {@link BitString#printed} counts
 * characters from the left; nothing else in the project converts between the two.
 */
package io.qhyper.shots;
