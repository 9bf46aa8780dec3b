package io.qhyper.optim;

/** One evaluated point. The arrays are shared inside the package and never modified. */
@SuppressWarnings("ArrayRecordComponent") // as said above; compared by identity only
record Sample(double[] point, double value, double[] gradient) {}
