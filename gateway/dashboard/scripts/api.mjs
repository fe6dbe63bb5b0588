// Makes the TypeScript of the protos in obj/api, with the protoc that the .NET build uses: one compiler, so no two readings of a proto.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { arch, homedir, platform } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const own = fileURLToPath(new URL("..", import.meta.url));
const root = join(own, "../..");
const out = join(own, "obj/api");

const versions = readFileSync(join(root, "Directory.Packages.props"), "utf8");

function packageFolder(name) {
  const version = new RegExp(`Include="${name}" Version="\\[(.*)\\]"`).exec(versions)?.[1];
  if (!version) throw new Error(`Directory.Packages.props names no version of ${name}`);
  return join(process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget/packages"), name.toLowerCase(), version);
}

const tools = packageFolder("Grpc.Tools");
const host = `${platform() === "darwin" ? "macosx" : "linux"}_${arch() === "arm64" ? "arm64" : "x64"}`;
const google = join(packageFolder("Google.Api.CommonProtos"), "content/protos");
const protos = join(root, "protos");
// Google's own types come with the runtime; these few do not.
const alongside = ["google/api/annotations.proto", "google/api/http.proto", "google/rpc/status.proto", "google/rpc/error_details.proto"];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
execFileSync(join(tools, "tools", host, "protoc"), [
  `--plugin=protoc-gen-es=${join(own, "node_modules/.bin/protoc-gen-es")}`,
  `--es_out=${out}`,
  "--es_opt=target=ts,import_extension=ts",
  "-I", protos, "-I", google, "-I", join(tools, "build/native/include"),
  ...readdirSync(join(protos, "alerts/v1")).filter((name) => name.endsWith(".proto")).map((name) => `alerts/v1/${name}`),
  ...alongside,
], { stdio: "inherit" });
