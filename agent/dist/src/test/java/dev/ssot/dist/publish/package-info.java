/** The figures reach their readers, alike by report, JMX, HTTP and Flight Recorder. */
package dev.ssot.dist.publish;
