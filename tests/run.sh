#!/usr/bin/env bash
# Runs every test and closes with "N passed, N failed". Installs what is missing on Debian; exits 1 when a test failed or none ran.
#   tests/run.sh              build, then test
#   tests/run.sh --no-build   test what is built (Release)
#   tests/run.sh --prepare    only install what is missing
#   ALERTS_TEST_SEED=N        repeats the fault tests with the seed that they printed
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

need() { # COMMAND-OR-PATH PACKAGE
  if [ -e "$1" ] || command -v "$1" > /dev/null; then return; fi
  echo "tests: installing $2" >&2
  { apt-get update -qq && apt-get install -y -qq "$2"; } > /dev/null 2>&1 || { echo "tests: $2 is missing and could not be installed" >&2; exit 1; }
}
command -v dotnet > /dev/null || { echo "tests: the .NET 10 SDK is missing: see https://dotnet.microsoft.com/download" >&2; exit 1; }
need /usr/share/zoneinfo/Africa/Bamako tzdata
need npm npm
# For the lines of the README.
need curl curl
# The broker for the tests of the bus, not started by the package: the tests start their own. ALERTS_RABBITMQ_HOME names another one.
[ -n "${ALERTS_RABBITMQ_HOME:-}" ] || need /usr/lib/rabbitmq/lib rabbitmq-server
# The database for the tests of the stores, likewise; ALERTS_POSTGRES_HOME names another one.
[ -n "${ALERTS_POSTGRES_HOME:-}" ] || need /usr/lib/postgresql/15/bin/postgres postgresql-15
# The browser of the tests of the pages; ALERTS_CHROMIUM names another one.
[ -n "${ALERTS_CHROMIUM:-}" ] || need /usr/bin/chromium chromium
[ "${1:-}" != --prepare ] || exit 0
[ "${1:-}" = --no-build ] || dotnet build Alerts.sln -c Release -nologo -v quiet -clp:NoSummary

passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# NAME [TITLE [OPTIONS]]
run() {
  local name=$1 status=0 total f
  echo "== ${2:-$name}"
  # No project takes half of this; a hang is a failure like another and must not keep the others from being run.
  timeout --kill-after=30 40m dotnet "tests/$name/bin/Release/net10.0/$name.dll" -noLogo -noColor "${@:3}" 2>&1 | tee "$log" || status=$?
  # "   NAME  Total: 17, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 3.444s"
  # 0 when there is no such line: an empty word in a sum would end the loop over the projects, and with it the count of what failed.
  count() { sed -n "s/^ *$name  *Total:.*/&/p" "$log" | tail -n 1 | sed -n "s/.*$1: \([0-9]*\).*/\1/p" | grep . || echo 0; }
  total=$(count Total) f=$(($(count Failed) + $(count Errors)))
  passed=$((passed + total - f - $(count Skipped) - $(count 'Not Run'))) failed=$((failed + f))
  # A run that broke off before it could count is a failure of its own.
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then failed=$((failed + 1)); fi
}
for project in tests/Alerts.Tests.*/; do
  name=$(basename "$project")
  # A library for the others.
  [ "$name" = Alerts.Tests.Engines ] || run "$name"
done
# What the pages decide for themselves; its types were checked when it was built.
echo "== dashboard"
status=0
(cd gateway/dashboard && NO_COLOR=1 node_modules/.bin/vitest run --reporter=json --outputFile=obj/tests.json > obj/tests.log 2>&1) || status=$?
# One line of JSON: "numPassedTests":53,"numFailedTests":0
number() { sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p" gateway/dashboard/obj/tests.json 2> /dev/null | head -n 1; }
[ "$status" -eq 0 ] || cat gateway/dashboard/obj/tests.log
p=$(number numPassedTests) f=$(number numFailedTests)
[ "$status" -eq 0 ] || [ "${f:-0}" -gt 0 ] || f=1
echo "   dashboard  Total: $((${p:-0} + ${f:-0})), Failed: ${f:-0}"
passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0}))
# Every statement of the services once more, on the other database.
ALERTS_TEST_STORE=postgres run Alerts.Tests.Unit "Alerts.Tests.Unit on PostgreSQL" \
  -class 'Alerts.Tests.Unit.Ingest.*' -class 'Alerts.Tests.Unit.Notify.*' -class 'Alerts.Tests.Unit.Risk.Storage.*' -class Alerts.Tests.Unit.Cli.MigrateTests -class Alerts.Tests.Unit.Cli.DoctorTests
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
