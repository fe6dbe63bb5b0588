#!/usr/bin/env bash
# Makes the one file that a machine without .NET needs: DIR/alerts for linux-x64, with its licence and digests beside it.
#   deploy/publish.sh [DIR]      default: dist
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=${1:-dist}
mkdir -p -- "$out"
out=$(cd -- "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# Of a copy: lock files do not know the runtime that is packed in, and the checkout's own builds stay as they are. Versions are exact all the same.
git ls-files -z | xargs -0 cp --parents -t "$work"
# Native parts (SQLite) are unpacked into the user's own cache at the first start: a loader cannot take them from within a file.
dotnet publish "$work/gateway/Alerts.Cli/Alerts.Cli.csproj" -c Release -r linux-x64 --self-contained -o "$work/out" -nologo -v quiet \
  -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:DebugType=embedded -p:RestoreForceEvaluate=true
mv -f -- "$work/out/alerts" "$out/alerts"
cp -- LICENSE "$out/LICENSE"
(cd -- "$out" && sha256sum alerts LICENSE > SHA256SUMS)
"$out/alerts" --version
echo "$out/alerts: $(du -h -- "$out/alerts" | cut -f1)"
