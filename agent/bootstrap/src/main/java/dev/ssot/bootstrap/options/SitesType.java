package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.SitePattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of {@link SitePattern}s. */
final class SitesType implements OptionType<List<SitePattern>> {
  @Override
  public List<SitePattern> parse(RawValue value) throws OptionsException {
    List<SitePattern> sites = new ArrayList<>();
    for (RawValue item : value.items()) {
      sites.add(site(item));
    }
    return Collections.unmodifiableList(sites);
  }

  /** Reads one pattern, with an error that names the item and not the whole list. */
  static SitePattern site(RawValue item) throws OptionsException {
    try {
      return SitePattern.of(item.text());
    } catch (IllegalArgumentException refused) {
      throw item.bad(refused.getMessage());
    }
  }

  @Override
  public List<SitePattern> none() {
    return Collections.emptyList();
  }
}
