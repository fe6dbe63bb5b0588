/** Codes of the field as people say them. Index: the number of the enum in alerts.v1. */
export const termsEn = {
  levels: ["Not assessed", "Minimal", "Low", "Moderate", "Substantial", "High", "Extreme"],
  urgencies: { flash: "Urgent", priority: "Priority", routine: "Routine" },
  states: ["", "going on", "no news", "all clear", "false alarm, withdrawn", "ended without news", "goes on in another alert"],
  actions: ["News", "First alert", "News", "It became worse", "All clear", "Withdrawn", "Ended without news"],
  verifications: ["not known", "unverified", "corroborated", "confirmed", "disputed", "withdrawn"],
  standings: ["not known", "claimed", "reported", "confirmed", "denied", "disputed"],
  acuteStandings: ["not known", "improbable", "unverified", "credible", "corroborated"],
  claimants: ["source", "press", "witness", "medical", "authorities", "armed group", "analyst", "organisation"],
  reliabilities: ["not said", "completely reliable", "usually reliable", "fairly reliable", "not usually reliable", "unreliable", "cannot be judged"],
  credibilities: ["not said", "confirmed by others", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"],
  accessStates: ["not known", "open", "constrained", "restricted", "cut off"],
  accessAspects: ["the city", "roads", "fuel", "airport", "communications"],
  categories: ["not known", "Armed conflict", "Terrorism", "Crime", "Civil unrest", "Hazards"],
  sizes: ["size not known", "minor", "serious", "major"],
  subjects: ["the event", "the event", "who did it", "losses", "who is in control", "other"],
  tlp: ["AMBER+STRICT", "RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"],
  subEvents: [
    "Not known", "Government regains territory", "Non-state actor overtakes territory", "Armed clash", "Excessive force against protesters",
    "Protest with intervention", "Peaceful protest", "Violent demonstration", "Mob violence", "Chemical weapon", "Air or drone strike", "Suicide bomb",
    "Shelling, artillery or missile attack", "Landmine or remote explosive (IED)", "Grenade", "Sexual violence", "Attack", "Abduction or forced disappearance",
    "Agreement", "Arrests", "Change to a group or its activity", "Disrupted weapons use", "Headquarters or base established", "Looting or property destruction",
    "Non-violent transfer of territory", "Other development",
  ],
  locals: [
    "Not known", "Armed robbery", "Carjacking", "Burglary", "Extortion", "Intimidation or threat", "Illegal checkpoint", "Road closure", "Blockade or siege",
    "Curfew", "Airport closure", "Communications outage", "Movement restriction", "Natural hazard", "Accident",
  ],
  targets: [
    "not known", "civilians", "aid workers", "diplomats", "airport", "transport", "security forces", "government", "infrastructure", "media", "place of worship",
    "school or university", "health care",
  ],
  actorTypes: [
    "", "state forces", "rebel group", "political militia", "identity militia", "rioters", "protesters", "civilians", "external or other forces",
  ],
  precisions: ["not said", "to the minute", "about that hour", "part of the day", "that day", "that week", "that month"],
  textForms: ["text", "text", "web page", "e-mail", "chat"],
};
