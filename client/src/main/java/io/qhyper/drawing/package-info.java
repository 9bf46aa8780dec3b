/**
 * Drawings as SVG text: circuits, networks, devices. Lines and text take the colour of the page
 * around them, every drawing has a title for those who do not see it, and all text in it is
 * escaped. Colours are told apart with every kind of colour vision, and never say anything alone.
 */
package io.qhyper.drawing;
