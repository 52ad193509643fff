package dev.ssot.demo.story;

/**
 * Something that the story says, and whether the figures of this run bear it out.
 *
 * @param measured the figures that it rests on, in words
 */
record Claim(String claim, boolean holds, String measured) {}
