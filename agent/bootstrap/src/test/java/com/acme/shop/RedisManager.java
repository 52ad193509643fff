package com.acme.shop;

/** A target. Not in a package of the agent's, whose classes concern nobody. */
public final class RedisManager {}
