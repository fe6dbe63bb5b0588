#!/usr/bin/env bash
# Lints the protos and checks that they break nobody, offline: buf reads an image that the build's own protoc makes.
#   protos/lint.sh             lint, and compare with released.binpb (what programs out there rely on)
#   protos/lint.sh --release   lint, then make what is here now the released form
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
[ -x node_modules/.bin/buf ] || npm ci --silent --no-fund --no-audit
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
version() { sed -n "s/.*Include=\"$1\" Version=\"\[\(.*\)\]\".*/\1/p" ../Directory.Packages.props; }
case "$(uname -m)" in aarch64 | arm64) arch=arm64 ;; *) arch=x64 ;; esac
case "$(uname -s)" in Darwin) os=macosx ;; *) os=linux ;; esac
tools=$packages/grpc.tools/$(version Grpc.Tools)
apis=$packages/google.api.commonprotos/$(version Google.Api.CommonProtos)/content/protos
[ -x "$tools/tools/${os}_$arch/protoc" ] || { echo "protos/lint.sh: protoc is missing; run 'dotnet restore' first" >&2; exit 1; }
image=$(mktemp -d)
trap 'rm -rf "$image"' EXIT
"$tools/tools/${os}_$arch/protoc" -I . -I "$apis" -I "$tools/build/native/include" --include_imports --include_source_info \
  --descriptor_set_out="$image/all.binpb" alerts/v1/*.proto
buf() { node_modules/.bin/buf "$@"; }
buf build "$image/all.binpb" --path alerts -o "$image/own.binpb"
buf lint "$image/own.binpb" --config buf.yaml
if [ "${1:-}" = --release ]; then
  buf build "$image/own.binpb" --exclude-source-info -o released.binpb
else
  buf breaking "$image/own.binpb" --against released.binpb --config buf.yaml
fi
echo "protos: ok"
