import "./style/base.css";
import "./style/parts.css";
import "./style/now.css";
import { render } from "preact";
import { run } from "./live/run.ts";
import { App } from "./shell/app.tsx";
import { stayReadable } from "./shell/offline.ts";
import { followAddress } from "./shell/route.ts";
import { applySettings } from "./shell/settings.ts";

applySettings();
followAddress();
const place = document.getElementById("app");
if (place) render(<App />, place);
run();
stayReadable();
