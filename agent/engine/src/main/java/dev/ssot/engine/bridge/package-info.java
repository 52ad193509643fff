/**
 * How a class of the agent calls a library of the application: the class is defined once more, in a
 * child of the loader that has the library. Loaded by the agent's own loader; knows no library.
 */
package dev.ssot.engine.bridge;
