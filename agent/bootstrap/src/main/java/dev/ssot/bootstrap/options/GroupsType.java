package dev.ssot.bootstrap.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects with {@code name}, {@code priority}, {@code sites} and {@code mode}; a bare pattern is a
 * group of that name. A group without a priority has its place in the list, from 1.
 */
final class GroupsType implements OptionType<List<GroupOption>> {
  /** How reports and metrics call the sites that belong to no group. */
  private static final String NO_GROUP = "none";

  // the fields of an object are options in small, read and refused in the same way
  private final SitesType sites = new SitesType();
  private final ModeType modes = new ModeType();
  private final IntegerType priorities = new IntegerType(0, Integer.MAX_VALUE);

  @Override
  public List<GroupOption> parse(Setting setting) throws OptionsException {
    List<GroupOption> groups = new ArrayList<GroupOption>();
    Set<String> names = new HashSet<String>();
    for (Setting item : setting.items()) {
      int place = groups.size() + 1;
      GroupOption group = item.isObject() ? object(item, place) : pattern(item, place);
      if (!names.add(group.name()) || group.name().equalsIgnoreCase(NO_GROUP)) {
        throw item.bad("a group needs a name of its own, which is not \"none\"");
      }
      insert(group, groups);
    }
    return Collections.unmodifiableList(groups);
  }

  private GroupOption object(Setting item, int place) throws OptionsException {
    Map<String, Setting> fields = item.fields("name", "priority", "sites", "mode");
    if (!fields.containsKey("name") || !fields.containsKey("sites")) {
      throw item.bad("a group needs a name and sites");
    }
    List<SitePattern> patterns = sites.parse(fields.get("sites"));
    if (patterns.isEmpty()) {
      throw fields.get("sites").bad("name at least one call site");
    }
    Setting priority = fields.get("priority");
    Setting mode = fields.get("mode");
    return new GroupOption(
        fields.get("name").text(),
        priority == null ? place : priorities.parse(priority),
        patterns,
        mode == null ? null : modes.parse(mode));
  }

  /** For the sources that know no objects. */
  private static GroupOption pattern(Setting item, int place) throws OptionsException {
    SitePattern site = SitesType.site(item);
    return new GroupOption(site.toString(), place, Collections.singletonList(site), null);
  }

  /** Keeps the order by priority; equals stay as they were written. */
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
