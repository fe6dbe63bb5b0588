import { Now } from "../now/now.tsx";
import { lazy } from "../parts/lazy.tsx";
import { exercise } from "../live/state.ts";
import { words } from "../words/words.ts";
import { Header } from "./header.tsx";
import { Life } from "./life.tsx";
import { route } from "./route.ts";
import { spoken } from "./spoken.ts";

const City = lazy(() => import("../city/city.tsx").then((module) => module.City));
const Incident = lazy(() => import("../incident/incident.tsx").then((module) => module.IncidentPage));
const Report = lazy(() => import("../report/report.tsx").then((module) => module.ReportPage));
const ToSign = lazy(() => import("../sign/sign.tsx").then((module) => module.ToSign));
const Brief = lazy(() => import("../sign/brief.tsx").then((module) => module.Brief));
const Watches = lazy(() => import("../watches/watches.tsx").then((module) => module.Watches));
const Told = lazy(() => import("../report/told.tsx").then((module) => module.Told));
const People = lazy(() => import("../people/people.tsx").then((module) => module.People));
const Audit = lazy(() => import("../audit/audit.tsx").then((module) => module.Audit));
const System = lazy(() => import("../system/system.tsx").then((module) => module.System));

function Page() {
  const { page, id } = route.value;
  switch (page) {
    case "now": return <Now />;
    case "city": return <City key={id} id={id} />;
    case "incident": return <Incident key={id} id={id} />;
    case "report": return <Report />;
    case "sign": return <ToSign />;
    case "brief": return <Brief key={id} id={id} />;
    case "watches": return <Watches />;
    case "told": return <Told key={id} id={id} />;
    case "people": return <People />;
    case "audit": return <Audit />;
    case "system": return <System />;
    default: return <h1 tabIndex={-1}>{words.value.shell.unknownPage}</h1>;
  }
}

/** The whole screen: what it is, how it stands to the server, the page, and the way to the others. */
export function App() {
  const { nav, shell } = words.value;
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>{nav.skip}</a>
      <Header />
      {exercise.value ? <section class="exercise-band" aria-label={shell.exercise}>{shell.exerciseLong}</section> : null}
      <Life />
      <main id="content" tabIndex={-1}><Page /></main>
      <footer class="soft">{shell.credit}</footer>
      <p class="hidden" role="alert" aria-live="assertive">{spoken}</p>
    </>
  );
}

// The address after "#" names the page; skipping must not change it.
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
