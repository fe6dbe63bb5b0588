#!/usr/bin/env bash
# Makes the one file that a machine without .NET needs: DIR/alerts for linux-x64, with its licence and digests beside it.
#   deploy/publish.sh [DIR]      default: dist
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=${1:-dist}
mkdir -p -- "$out"
out=$(cd -- "$out" && pwd)

# Native parts (SQLite) are unpacked into the user's own cache at the first start: a loader cannot take them from within a file.
dotnet publish gateway/Alerts.Cli/Alerts.Cli.csproj -c Release -r linux-x64 --self-contained -o "$out/parts" -nologo -v quiet \
  -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:DebugType=embedded -p:RestoreLockedMode=true
mv -f -- "$out/parts/alerts" "$out/alerts"
rm -rf -- "$out/parts"
cp -- LICENSE "$out/LICENSE"
(cd -- "$out" && sha256sum alerts LICENSE > SHA256SUMS)
"$out/alerts" --version
echo "$out/alerts: $(du -h -- "$out/alerts" | cut -f1)"
