/** Sentences of the forms: what a person tells, signs and decides. */
export const formsEn = {
  report: {
    title: "Report", byText: "Paste a text", byForm: "Fill in a form",
    text: "Text: an article, a message, a chat, an e-mail", textHint: "Paste it as it is. Who sent a message is taken away before it is read.", country: "Country to think of", countryNone: "none",
    source: "Source", sourceHint: "as people know it: “colleague, Bamako office”", kind: "Kind of source", reliability: "Reliability of the source", credibility: "Credibility of what it says",
    tlp: "Who may see it", recipients: "Who may read it", recipientsFind: "Find a colleague", recipientsNobody: "Nobody else of your organisation can sign in yet.", recipientsNone: "Choose at least one.",
    toldTitle: "One report", redSent: "Only you and those whom you named can open it. It raises nothing, so tell them where it is:", tlpNotes: ["", "Only its author and the people named read it. It raises no alert and no level.", "Your organisation alone, for those who need to know.", "Your organisation.", "Every organisation on this server, never a public channel.", "Anyone may see it."], exercise: "This is an exercise", forwarded: "Forwarded: who said it first is not known",
    preview: "What will be understood", previewing: "Reading …", previewEmpty: "Nothing yet: paste a text.", previewNone: "No report in this text.", leftOut: "Left out", notes: "Remarks",
    send: "Send", sending: "Sending …", sent: "It is on disk.", sentMany: (n: number) => `${n} reports are on disk.`, again: "Another one", open: "Open the incident", folding: "It is being joined with what is known …",
    type: "What happened", typeChoose: "Choose …", groupAttack: "Political violence and unrest", groupLocal: "Crime, access and hazards", place: "Place", placeHint: "town or village", spot: "The spot, in your words",
    when: "When it began (by the clocks of this device)", precision: "How exactly", ongoing: "Still going on", killed: "Killed", wounded: "Wounded", abducted: "Abducted", unknownHint: "leave empty when not known",
    target: "Directed at", complex: "Several teams, sites or means", separate: "A different event from the one before", words: "In their words", yes: "yes", no: "no", notKnown: "not known",
    nothingKnown: "not said",
  },
  accessForm: {
    title: "Tell how it can be reached", state: "State", aspect: "Which way in", text: "Why", send: "Tell", done: "It counts from now on.", easing: "What eases or reopens needs an adviser, as an all-clear does.",
  },
  signing: {
    area: "Area", city: "The city", country: "The whole country", level: "Level", category: "Category", why: "Why", whyHint: "Officers read it.", reviewBy: "Review by", sign: "Sign this level", signed: "Signed.",
    override: "Override for a time", up: "up: at least this", down: "down: what is known now forces at most this", until: "Until", overrideDo: "Override", hold: "Hold what it forces", holdDo: "Hold", lift: "Lift the hold",
    clear: "All clear", clearNote: "It took place and is over. Everybody who got the alert is told.", clearDo: "Sign the all-clear", withdraw: "Withdraw", withdrawLevel: "Withdraw the signed level", withdrawOverrides: "End the overrides",
    done: "Done, and on disk.", direction: "Direction",
  },
  review: {
    retract: "Withdraw this report", retractOrigin: "Withdraw all of this origin", retractNote: "Everybody who got the alert is told. It cannot be undone: report anew instead.", reason: "Why", reasonHint: "Officers read it.",
    do: "Withdraw", withdrawn: (n: number) => (n === 1 ? "1 report was withdrawn." : `${n} reports were withdrawn.`), confirm: "It took place: confirm", dispute: "It is to be doubted: dispute", undo: "Take back this judgement", judge: "Judge", verdict: "Judgement", title: "Confirm or dispute", reviewNote: "It is kept as a report of yours beside the others; withdrawing that report takes it back. TLP says who sees the incident judged.", done: "On disk; the alert follows.",
  },
};
