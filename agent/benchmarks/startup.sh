#!/usr/bin/env bash
# Time and CPU from the start of a service to its first answer: no agent, ours with and without a
# matching class, AspectJ, in turns. Needs nothing but Java and what
#   mvn -Pbenchmarks -DskipTests -pl agent/benchmarks -am package
# has built.
#
#   startup.sh [ROUNDS] [JVM OPTION...]     JAVA=/path/to/java startup.sh 20 -Xshare:off
set -euo pipefail
target="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/target"
java="${JAVA:-java}"
rounds="${1:-10}"
shift || true
exec java -cp "$target/benchmarks.jar" dev.ssot.benchmarks.startup.Startup \
  "$target" "$rounds" "$java" "$@"
