#!/usr/bin/env bash
# Time and CPU of a hello world, and of two services to their first answer: no agent, an empty one, ours
# without a matching class, in observe and in enforce, AspectJ, in turns. Needs nothing but a JDK and
# what
#   mvn -Pbenchmarks -DskipTests -pl agent/benchmarks -am package
# has built. DOCS names a document whose table of that Java version is written.
#
#   startup.sh [ROUNDS] [JVM OPTION...]     JAVA=/path/to/java startup.sh 20 -Xshare:off
#                                         DOCS=docs/performance.md startup.sh 10
set -euo pipefail
target="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/target"
java="${JAVA:-java}"
rounds="${1:-10}"
shift || true
exec java "-Dbenchmarks.docs=${DOCS:-}" -cp "$target/benchmarks.jar" dev.ssot.benchmarks.startup.Startup \
  "$target" "$rounds" "$java" "$@"
