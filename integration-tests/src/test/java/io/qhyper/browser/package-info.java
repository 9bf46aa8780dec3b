/**
 * Pages of results in a headless Chromium, as a reader meets them. Skipped where there is none;
 * screenshots stay in {@code target/screenshots}.
 */
package io.qhyper.browser;
