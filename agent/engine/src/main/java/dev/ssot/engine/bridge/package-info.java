/**
 * How a class of ours gets to speak to a library of the application: it is defined once more, below
 * the loader that has the library. Loaded by the agent's own loader; knows no library.
 */
package dev.ssot.engine.bridge;
