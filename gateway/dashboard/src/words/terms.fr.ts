import type { termsEn } from "./terms.en.ts";

/** Codes of the field in French. */
export const termsFr: typeof termsEn = {
  levels: ["Non évalué", "Minimal", "Faible", "Modéré", "Substantiel", "Élevé", "Extrême"],
  urgencies: { flash: "Urgent", priority: "Prioritaire", routine: "Courant" },
  states: ["", "en cours", "sans nouvelles", "fin d’alerte", "fausse alerte, retirée", "terminée sans nouvelles", "se poursuit dans une autre alerte"],
  actions: ["Nouvelle", "Première alerte", "Nouvelle", "Aggravation", "Fin d’alerte", "Retirée", "Terminée sans nouvelles"],
  verifications: ["inconnu", "non vérifié", "recoupé", "confirmé", "contesté", "retiré"],
  standings: ["inconnu", "revendiqué", "rapporté", "confirmé", "démenti", "contesté"],
  acuteStandings: ["inconnu", "improbable", "non vérifié", "crédible", "recoupé"],
  claimants: ["source", "presse", "témoin", "soignants", "autorités", "groupe armé", "analyste", "organisation"],
  reliabilities: ["non précisée", "entièrement fiable", "habituellement fiable", "assez fiable", "peu fiable", "non fiable", "ne peut être jugée"],
  credibilities: ["non précisée", "confirmée par d’autres", "probablement vraie", "possiblement vraie", "douteuse", "improbable", "ne peut être jugée"],
  accessStates: ["inconnu", "ouvert", "difficile", "restreint", "coupé"],
  accessAspects: ["la ville", "routes", "carburant", "aéroport", "communications"],
  categories: ["inconnue", "Conflit armé", "Terrorisme", "Criminalité", "Troubles civils", "Aléas"],
  sizes: ["ampleur inconnue", "mineur", "grave", "majeur"],
  subjects: ["les faits", "les faits", "les auteurs", "les pertes", "le contrôle", "autre"],
  tlp: ["AMBER+STRICT", "RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"],
  subEvents: [
    "Inconnu", "Reprise de territoire par l’État", "Prise de territoire par un groupe armé", "Affrontement armé", "Force excessive contre des manifestants",
    "Manifestation avec intervention", "Manifestation pacifique", "Manifestation violente", "Violence de foule", "Arme chimique", "Frappe aérienne ou de drone",
    "Attentat-suicide", "Bombardement, artillerie ou missile", "Mine ou engin explosif (EEI)", "Grenade", "Violence sexuelle", "Attaque",
    "Enlèvement ou disparition forcée", "Accord", "Arrestations", "Changement d’un groupe ou de son activité", "Arme neutralisée",
    "Base ou quartier général établi", "Pillage ou destruction de biens", "Transfert de territoire sans violence", "Autre évolution",
  ],
  locals: [
    "Inconnu", "Vol à main armée", "Vol de véhicule avec violence", "Cambriolage", "Extorsion", "Intimidation ou menace", "Barrage illégal", "Route fermée",
    "Blocus ou siège", "Couvre-feu", "Aéroport fermé", "Coupure des communications", "Restriction de mouvement", "Aléa naturel", "Accident",
  ],
  targets: [
    "inconnue", "civils", "travailleurs humanitaires", "diplomates", "aéroport", "transports", "forces de sécurité", "État", "infrastructures", "médias",
    "lieu de culte", "école ou université", "santé",
  ],
  actorTypes: [
    "", "forces de l’État", "groupe rebelle", "milice politique", "milice identitaire", "émeutiers", "manifestants", "civils", "forces extérieures ou autres",
  ],
  precisions: ["non précisé", "à la minute", "à l’heure près", "partie de la journée", "ce jour-là", "cette semaine-là", "ce mois-là"],
  textForms: ["texte", "texte", "page web", "courriel", "discussion"],
};
