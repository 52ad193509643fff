/**
 * What pages of the agent are made of: style sheets and scripts in files of their own, and the
 * policy that permits exactly those. Depends on nothing of ours. Loaded by the agent's own loader.
 */
package dev.ssot.engine.page;
