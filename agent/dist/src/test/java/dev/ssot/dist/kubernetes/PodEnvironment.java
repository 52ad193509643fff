package dev.ssot.dist.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment that the kubelet makes: what {@code envFrom} brings comes first, then each entry
 * of {@code env} in its order, which may refer to what came before, itself included. A reference to
 * what is not known stays as it stands.
 */
final class PodEnvironment {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([^)]+)\\)");

  private PodEnvironment() {}

  static Map<String, String> of(Map<String, String> envFrom, List<Map<String, Object>> env) {
    Map<String, String> known = new LinkedHashMap<>(envFrom);
    for (Map<String, Object> each : env) {
      String value = String.valueOf(each.get("value"));
      String expanded =
          REFERENCE
              .matcher(value)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(known.getOrDefault(found.group(1), found.group())));
      known.put((String) each.get("name"), expanded);
    }
    return known;
  }
}
