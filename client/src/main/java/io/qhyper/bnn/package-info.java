/**
 * Binary neural networks scored on bitstrings: the classical half of a quantum hypernetwork.
 *
 * <p>A {@link io.qhyper.bnn.Problem} says what each bit σ_k means, decodes a bitstring to a network
 * and gives its loss on a training set (reference, section 4). Bit σ_k is {@link
 * io.qhyper.shots.BitString#printed printed(k)}: the printed text from left to right is σ_0 σ_1 …,
 * and read as a binary number it is the network's index in a full enumeration.
 *
 * <p>A problem is made by {@link io.qhyper.bnn.Problems} from a {@link io.qhyper.bnn.ProblemSpec},
 * a plain record that the command line and a configuration file share. Losses come in batches:
 * {@link io.qhyper.bnn.LossCache} for measured bitstrings, {@link io.qhyper.bnn.LossTable} for all
 * 2^N. Both give the same numbers for any number of threads.
 *
 * <p>Inside, a family of networks is one {@code Network}: the bit layout, the decoded network,
 * which is the readable forward pass, and a {@code LossKernel}, the fast way to many losses. {@code
 * PlainLoss} is the specification of every kernel.
 */
package io.qhyper.bnn;
