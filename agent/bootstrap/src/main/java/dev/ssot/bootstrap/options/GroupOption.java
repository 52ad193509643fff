package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.SitePattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One entry of {@code groups}: call sites that are fixed and switched together. A site may match
 * several groups and belongs to the first, see {@link Options#groupOf}.
 */
public final class GroupOption {
  private final String name;
  private final int priority;
  private final List<SitePattern> sites;
  private final Mode mode;
  private final Share share;

  GroupOption(String name, int priority, List<SitePattern> sites, Mode mode, Share share) {
    this.share = share;
    this.name = name;
    this.priority = priority;
    this.sites = sites;
    this.mode = mode;
  }

  /** Returns the name, unique among the groups. */
  public String name() {
    return name;
  }

  /** Returns the priority; the smallest comes first. */
  public int priority() {
    return priority;
  }

  /** Returns an unmodifiable list, never empty. */
  public List<SitePattern> sites() {
    return sites;
  }

  /** Returns the mode of the group; null if it has none of its own. */
  public Mode mode() {
    return mode;
  }

  /** Returns what its call sites share; null if the group says nothing of it. */
  public Share share() {
    return share;
  }

  /** Returns whether one of its patterns names the call site. */
  public boolean matches(String className, String methodName) {
    for (SitePattern site : sites) {
      if (site.matches(className, methodName)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * Reads objects with {@code name}, {@code priority}, {@code sites} and {@code mode}; a bare
   * pattern is a group of that name. Without a priority, a group gets its place in the list, from
   * 1.
   */
  static final class ListType implements OptionType<List<GroupOption>> {
    /** The name of the sites without a group in reports and metrics. */
    private static final String NO_GROUP = "none";

    // the fields of an object are read and checked like options
    private final SitesType sites = new SitesType();
    private final KeywordType<Mode> modes = KeywordType.of(Mode.values());
    private final KeywordType<Share> shares = KeywordType.of(Share.values());
    private final IntegerType priorities = new IntegerType(0, Integer.MAX_VALUE);

    @Override
    public List<GroupOption> parse(RawValue value) throws OptionsException {
      List<GroupOption> groups = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (RawValue item : value.items()) {
        int place = groups.size() + 1;
        GroupOption group = item.isObject() ? object(item, place) : pattern(item, place);
        if (!names.add(group.name()) || group.name().equalsIgnoreCase(NO_GROUP)) {
          throw item.bad("a group needs a name of its own, which is not \"none\"");
        }
        insert(group, groups);
      }
      return Collections.unmodifiableList(groups);
    }

    private GroupOption object(RawValue item, int place) throws OptionsException {
      Map<String, RawValue> fields = item.fields("name", "priority", "sites", "mode", "share");
      if (!fields.containsKey("name") || !fields.containsKey("sites")) {
        throw item.bad("a group needs a name and sites");
      }
      List<SitePattern> patterns = sites.parse(fields.get("sites"));
      if (patterns.isEmpty()) {
        throw fields.get("sites").bad("name at least one call site");
      }
      RawValue priority = fields.get("priority");
      RawValue mode = fields.get("mode");
      RawValue share = fields.get("share");
      return new GroupOption(
          fields.get("name").text(),
          priority == null ? place : priorities.parse(priority),
          patterns,
          mode == null ? null : modes.parse(mode),
          share == null ? null : shares.parse(share));
    }

    /** Makes a group of a single pattern, for the sources that have no objects. */
    private static GroupOption pattern(RawValue item, int place) throws OptionsException {
      SitePattern site = SitesType.site(item);
      return new GroupOption(site.toString(), place, Collections.singletonList(site), null, null);
    }

    /**
     * Inserts a group in the order of priority; equal ones keep the order in which they were
     * written.
     */
    private static void insert(GroupOption group, List<GroupOption> groups) {
      int at = groups.size();
      while (at > 0 && groups.get(at - 1).priority() > group.priority()) {
        at--;
      }
      groups.add(at, group);
    }

    @Override
    public List<GroupOption> none() {
      return Collections.emptyList();
    }
  }
}
