package dev.ssot.bootstrap.options;

import java.util.Map;

/** Where one option can be set, the least explicit first. */
enum Place {
  FILE {
    @Override
    Sources set(Sources sources, Option option, Object value) {
      return sources.withFile(Map.of(option.key(), value));
    }
  },
  ENVIRONMENT {
    @Override
    Sources set(Sources sources, Option option, Object value) {
      return sources.withEnvironment(Map.of(option.variable(), value.toString()));
    }
  },
  PROPERTY {
    @Override
    Sources set(Sources sources, Option option, Object value) {
      return sources.withProperties(Map.of(option.property(), value.toString()));
    }
  },
  ARGUMENT {
    @Override
    Sources set(Sources sources, Option option, Object value) {
      return sources.withArguments(option.key() + "=" + value);
    }
  };

  abstract Sources set(Sources sources, Option option, Object value);
}
