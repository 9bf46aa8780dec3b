package io.qhyper.page;

/**
 * A page whose data may change.
 *
 * @param page as it is now
 * @param goesOn whether it is worth asking again
 */
public record LivePage(Page page, boolean goesOn) {}
