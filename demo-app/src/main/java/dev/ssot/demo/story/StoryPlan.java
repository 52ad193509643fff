package dev.ssot.demo.story;

import dev.ssot.demo.load.LoadPlan;
import java.nio.file.Path;

/**
 * What the story is to be told with.
 *
 * @param load the users of every act; its address does not matter
 * @param agent the agent's jar, null for the one that the build makes
 * @param json where the figures are written as well, null for nowhere
 */
public record StoryPlan(LoadPlan load, Path agent, Path json) {}
