import type { formsEn } from "./forms.en.ts";

export const formsFr: typeof formsEn = {
  report: {
    title: "Signaler", byText: "Coller un texte", byForm: "Remplir un formulaire",
    text: "Texte : article, message, discussion, courriel", textHint: "Collez-le tel quel. L’expéditeur d’un message est retiré avant la lecture.", country: "Pays auquel penser", countryNone: "aucun",
    source: "Source", sourceHint: "telle qu’on la connaît : « collègue, bureau de Bamako »", kind: "Nature de la source", reliability: "Fiabilité de la source", credibility: "Crédibilité de ce qu’elle dit",
    recipients: "Qui peut le lire", recipientsFind: "Chercher un collègue", recipientsNobody: "Personne d’autre de votre organisation ne peut encore se connecter.", recipientsNone: "Choisissez-en au moins un.",
    toldTitle: "Un signalement", redSent: "Vous seul et ceux que vous avez nommés pouvez l’ouvrir. Il ne déclenche rien : dites-leur où il est :", tlpNotes: ["", "Seuls son auteur et les personnes nommées le lisent. Il ne déclenche ni alerte ni niveau.", "Votre organisation seule, pour qui doit savoir.", "Votre organisation.", "Toutes les organisations de ce serveur, jamais un canal public.", "Tout le monde peut le voir."],
    tlp: "Qui peut le voir", exercise: "C’est un exercice", forwarded: "Transféré : on ne sait pas qui l’a dit le premier",
    preview: "Ce qui sera compris", previewing: "Lecture …", previewEmpty: "Rien encore : collez un texte.", previewNone: "Aucun signalement dans ce texte.", leftOut: "Laissé de côté", notes: "Remarques",
    send: "Envoyer", sending: "Envoi …", sent: "C’est enregistré sur disque.", sentMany: (n) => `${n} signalements sont enregistrés sur disque.`, again: "Un autre", open: "Ouvrir l’incident", folding: "Rapprochement avec ce qui est connu …",
    type: "Ce qui s’est passé", typeChoose: "Choisir …", groupAttack: "Violence politique et troubles", groupLocal: "Criminalité, accès et aléas", place: "Lieu", placeHint: "ville ou village", spot: "L’endroit, dans vos mots",
    when: "Début (à l’heure de cet appareil)", precision: "Précision", ongoing: "Toujours en cours", killed: "Tués", wounded: "Blessés", abducted: "Enlevés", unknownHint: "laisser vide si inconnu",
    target: "Visant", complex: "Plusieurs équipes, lieux ou moyens", separate: "Un autre événement que le précédent", words: "Dans leurs mots", yes: "oui", no: "non", notKnown: "inconnu",
    nothingKnown: "non dit",
  },
  accessForm: {
    title: "Dire comment on peut l’atteindre", state: "État", aspect: "Par quelle voie", text: "Pourquoi", send: "Dire", done: "Cela compte dès maintenant.", easing: "Ce qui assouplit ou rouvre demande un conseiller, comme une fin d’alerte.",
  },
  signing: {
    area: "Zone", city: "La ville", country: "Tout le pays", level: "Niveau", category: "Catégorie", why: "Pourquoi", whyHint: "Les officiers le lisent.", reviewBy: "À revoir avant le", sign: "Signer ce niveau", signed: "Signé.",
    override: "Dérogation pour un temps", up: "hausse : au moins ceci", down: "baisse : ce qui est connu impose au plus ceci", until: "Jusqu’à", overrideDo: "Déroger", hold: "Maintenir ce qu’elle impose", holdDo: "Maintenir", lift: "Lever le maintien",
    clear: "Fin d’alerte", clearNote: "Cela a eu lieu et c’est terminé. Tous ceux qui ont reçu l’alerte sont prévenus.", clearDo: "Signer la fin d’alerte", withdraw: "Retirer", withdrawLevel: "Retirer le niveau signé", withdrawOverrides: "Mettre fin aux dérogations",
    done: "Fait, et enregistré.", direction: "Sens",
  },
  review: {
    retract: "Retirer ce signalement", retractOrigin: "Retirer tout ce qui vient de cette origine", retractNote: "Tous ceux qui ont reçu l’alerte sont prévenus. C’est irréversible : signalez à nouveau.", reason: "Pourquoi", reasonHint: "Les officiers le lisent.",
    do: "Retirer", withdrawn: (n) => (n === 1 ? "1 signalement retiré." : `${n} signalements retirés.`), confirm: "Cela a eu lieu : confirmer", dispute: "Il faut en douter : contester", undo: "Reprendre cet avis", judge: "Juger", verdict: "Avis", title: "Confirmer ou contester", reviewNote: "L’avis est gardé comme un signalement de vous à côté des autres ; retirer ce signalement le reprend. Le TLP dit qui voit l’incident jugé.", done: "Enregistré ; l’alerte suit.",
  },
};
