package dev.ssot.engine.wording;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The columns of a table of call sites, in their order. Text, Markdown and HTML have the same
 * columns: a new column is a new constant, and its form tells each view how to show it.
 */
public enum SiteColumn {
  WHERE("where", Form.NAME, SiteText::location),
  VIA("through", Form.NAME, SiteText::via) {
    @Override
    boolean isShown(TargetSites sites) {
      return sites.any(site -> site.via != null);
    }
  },
  CALL_SITE("call site", Form.NAME, SiteText::caller),
  KIND("kind", Form.WORD, site -> site.kind.toString()) {
    @Override
    public boolean isUsual(SiteSnapshot site) {
      return site.kind == Kind.NEW;
    }
  },
  MADE("made", site -> site.constructions),
  FAILED("failed", site -> site.failed) {
    @Override
    boolean isShown(TargetSites sites) {
      return sites.any(site -> site.failed > 0);
    }
  },
  REFUSED("refused", site -> site.refusals) {
    @Override
    boolean isShown(TargetSites sites) {
      return sites.any(site -> site.refusals > 0);
    }
  },
  PER_MINUTE("per min", site -> Math.round(site.perMinute)) {
    @Override
    boolean isShown(TargetSites sites) {
      return sites.any(site -> Math.round(site.perMinute) > 0);
    }
  },
  LIVE("live", site -> site.live),
  REDIRECTED("redirected", site -> site.redirects) {
    @Override
    boolean isShown(TargetSites sites) {
      return sites.any(site -> site.redirects > 0);
    }
  },
  REDIRECTABLE("redirectable", Form.WORD, Redirectable::of);

  /** What the cells of a column hold. */
  public enum Form {
    /** A name of the application, as in its source. */
    NAME,
    /** A word of the agent's. */
    WORD,
    /** A number, aligned to the right. */
    NUMBER
  }

  private final String title;
  private final Form form;

  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  private final Function<SiteSnapshot, String> cell;

  SiteColumn(String title, Form form, Function<SiteSnapshot, String> cell) {
    this.title = title;
    this.form = form;
    this.cell = cell;
  }

  SiteColumn(String title, ToLongFunction<SiteSnapshot> number) {
    this(title, Form.NUMBER, site -> Printable.number(number.applyAsLong(site)));
  }

  /** Lists the columns that say something of a target's call sites. */
  public static List<SiteColumn> of(TargetSites sites) {
    List<SiteColumn> columns = new ArrayList<>();
    for (SiteColumn column : values()) {
      if (column.isShown(sites)) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** Returns the word above the column. */
  public String title() {
    return title;
  }

  /** Returns what its cells hold. */
  public Form form() {
    return form;
  }

  /** Returns what the column says of a call site; a name is escaped for a terminal. */
  public String cell(SiteSnapshot site) {
    return cell.apply(site);
  }

  /**
   * Tells whether the cell holds the most common value, so that a narrow view can leave it empty.
   */
  public boolean isUsual(SiteSnapshot site) {
    return false;
  }

  boolean isShown(TargetSites sites) {
    return true;
  }
}
