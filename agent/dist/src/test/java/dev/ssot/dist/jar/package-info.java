/**
 * The packaged jar is whole and closed: each class links, nothing is visible that should be hidden,
 * and its command line answers.
 */
package dev.ssot.dist.jar;
