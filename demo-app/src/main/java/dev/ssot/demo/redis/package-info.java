/** The one Redis access class of the service, and what it owns. Knows nothing of chat. */
package dev.ssot.demo.redis;
