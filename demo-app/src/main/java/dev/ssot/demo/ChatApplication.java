package dev.ssot.demo;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service itself; everything in it is found by scanning this package. */
@SpringBootApplication(proxyBeanMethods = false)
class ChatApplication {}
