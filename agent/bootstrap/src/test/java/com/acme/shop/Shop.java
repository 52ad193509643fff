package com.acme.shop;

/** Names a target. */
public final class Shop {
  /** Constructs a target. */
  public Object open() {
    return new RedisManager();
  }
}
