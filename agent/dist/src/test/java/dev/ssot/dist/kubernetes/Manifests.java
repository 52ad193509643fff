package dev.ssot.dist.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of docs/kubernetes, and the merge that kubectl makes of a deployment and a patch. */
final class Manifests {
  static final Path FOLDER = Path.of("..", "..", "docs", "kubernetes");

  /** What tells the items of a list apart, as the types of Kubernetes say. */
  private static final Map<String, String> KEYS =
      Map.of(
          "containers", "name",
          "initContainers", "name",
          "env", "name",
          "volumes", "name",
          "volumeMounts", "mountPath",
          "ports", "containerPort");

  private Manifests() {}

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Returns what stands in a file that has one document, in YAML or JSON. */
  static Map<String, Object> load(String file) {
    return documents(text(file)).get(0);
  }

  static List<Map<String, Object>> documents(String yaml) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object each : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      documents.add(map(each));
    }
    return documents;
  }

  /** Returns the template of the pods of the example with patches. */
  static Map<String, Object> podWith(String... patches) {
    Map<String, Object> deployment = load("deployment.yaml");
    for (String patch : patches) {
      deployment = merged(deployment, load(patch));
    }
    return map(at(deployment, "spec", "template"));
  }

  /** Returns what is below the names; null if it is not there. */
  static Object at(Object node, String... names) {
    Object found = node;
    for (String name : names) {
      found = found == null ? null : map(found).get(name);
    }
    return found;
  }

  /** Returns the maps of a list; none if there is no such list. */
  static List<Map<String, Object>> list(Object node, String... names) {
    List<Map<String, Object>> maps = new ArrayList<>();
    Object found = at(node, names);
    if (found != null) {
      ((List<?>) found).forEach(each -> maps.add(map(each)));
    }
    return maps;
  }

  static Map<String, Object> named(List<Map<String, Object>> items, String name) {
    return items.stream().filter(each -> name.equals(each.get("name"))).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> patch) {
    Map<String, Object> merged = new LinkedHashMap<>(one);
    patch.forEach((name, value) -> merged.put(name, merged(name, one.get(name), value)));
    return merged;
  }

  private static Object merged(String name, Object one, Object patch) {
    if (patch instanceof Map && one != null) {
      return merged(map(one), map(patch));
    }
    return patch instanceof List && one != null && KEYS.containsKey(name)
        ? mergedLists(KEYS.get(name), (List<?>) one, (List<?>) patch)
        : patch;
  }

  /** New items come first: so kubectl and kustomize do it. */
  private static List<Object> mergedLists(String key, List<?> one, List<?> patch) {
    List<Object> merged = new ArrayList<>(one);
    int added = 0;
    for (Object item : patch) {
      int same = 0;
      while (same < merged.size() && !at(merged.get(same), key).equals(at(item, key))) {
        same++;
      }
      if (same < merged.size()) {
        merged.set(same, merged(map(merged.get(same)), map(item)));
      } else {
        merged.add(added++, item);
      }
    }
    return merged;
  }
}
