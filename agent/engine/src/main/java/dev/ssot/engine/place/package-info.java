/**
 * Where something stands in the source and why it is left as it is: locations, kinds, reasons, and
 * bounded sets of places. Loaded by the agent's own loader; depends on nothing else of ours.
 */
package dev.ssot.engine.place;
