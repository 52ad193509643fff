package dev.ssot.engine.jmx;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/**
 * The MBean with the names and descriptions that a console shows. Without them it offers four
 * fields called {@code p0} to {@code p3}, of which one stops an incident.
 */
final class DescribedBean extends StandardMBean {
  /** Name and description of the parameters of {@code mode} and {@code preview}, in their order. */
  private static final String[][] MODE = {
    {"mode", "off, observe, dry-run, enforce or fail"},
    {"target", "class name or pattern of a target; empty for all"},
    {"group", "name of a group of call sites; empty for all; not together with sites"},
    {"sites", "pattern of call sites, com.acme.ws.** or com.acme.Registry#start; empty for all"},
    {"time", "how long, such as 30m or 2h, then back to what held before; empty for no limit"},
    {"by", "who asks, as the history of switches will say it: jmx or cli"}
  };

  private static final String[][] CONFIGURE = {
    {"options", "key=value,key=value, as an argument of the agent; targets are added"}
  };

  private static final String[][] DETACH = {
    {"force", "true to leave although former owners hold a shared instance"}
  };

  private static final String[][] REPORT = {{"format", "json, text, markdown or html"}};

  DescribedBean(AgentMXBean bean) {
    super(bean, AgentMXBean.class, true);
  }

  @Override
  protected String getDescription(MBeanInfo info) {
    return "ssot-agent: counts constructions of classes that should have one instance, and redirects"
        + " them to it where the mode is enforce";
  }

  @Override
  protected String getDescription(MBeanAttributeInfo info) {
    switch (info.getName()) {
      case "Version":
        return "Version and commit of the agent";
      case "Mode":
        return "The mode that holds where no target, group or pattern has another";
      case "Unmatched":
        return "For which names in the option targets nothing is watched, and which loaded classes"
            + " may be meant; reading it looks through all loaded classes";
      case "Targets":
        return "What was counted, by target";
      default:
        return super.getDescription(info);
    }
  }

  @Override
  protected String getDescription(MBeanOperationInfo info) {
    switch (info.getName()) {
      case "mode":
        return "Switches a mode until the next switch or change of the configuration file. Answers"
            + " what holds now, what it cleared, what it did not change, and how to go back. mode"
            + " observe with all else empty is the complete rollback";
      case "preview":
        return "Says what mode with the same arguments would change, and changes nothing";
      case "starterFile":
        return "Returns a configuration file to start from, with the call sites of now in groups";
      case "heap":
        return "Counts the live heap and compares. Stops the application for about a second per"
            + " 0.7 GB";
      case "configure":
        return "Takes options while the agent runs, all of them or none, and answers what is"
            + " different from now on";
      case "detach":
        return "Lets the agent leave this JVM: every call site constructs as before. Refuses while"
            + " former owners hold a shared instance that they could close for all, unless forced."
            + " Answers what was undone";
      case "report":
        return "Returns the report as of now";
      default:
        return super.getDescription(info);
    }
  }

  @Override
  protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo info, int at) {
    String[] known = parameter(operation, at);
    return known == null ? super.getParameterName(operation, info, at) : known[0];
  }

  @Override
  protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo info, int at) {
    String[] known = parameter(operation, at);
    return known == null ? super.getDescription(operation, info, at) : known[1];
  }

  /** Returns name and description; null for a parameter that is not described here. */
  private static String[] parameter(MBeanOperationInfo operation, int at) {
    String[][] known = parameters(operation.getName());
    return at < known.length ? known[at] : null;
  }

  private static String[][] parameters(String operation) {
    switch (operation) {
      case "mode":
      case "preview":
        return MODE;
      case "configure":
        return CONFIGURE;
      case "detach":
        return DETACH;
      case "report":
        return REPORT;
      default:
        return new String[0][];
    }
  }
}
