package com.acme.shop;

/** Names no target. */
public final class Shelf {}
