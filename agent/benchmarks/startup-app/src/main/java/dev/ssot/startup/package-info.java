/**
 * A service of the smallest sort that is still a real one: Spring Boot, a web server, one answer.
 */
package dev.ssot.startup;
