using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

// What the acute rules say in fixed words.
internal static class AcuteWords
{
    public static readonly Phrase NotAnAct = new(
        "Not an act that the acute rules cover: nobody died and no aid staff are touched.",
        "Ce n'est pas un acte que couvrent les règles d'urgence : personne n'est mort et aucun humanitaire n'est touché.");

    public static readonly Phrase LateReport = new(
        $"Reported more than {FloorDecay.QuietHours} hours after the last act: listed, it raises nothing.",
        $"Signalé plus de {FloorDecay.QuietHours} heures après le dernier acte : listé, ne relève rien.");

    public static readonly Phrase NoNewDanger = new(
        "Only tolls, names or comments are new.",
        "Seuls des bilans, des noms ou des commentaires sont nouveaux.");

    public static readonly Phrase JudgedAnew = new(
        "Reports were withdrawn or corrected; what remains was judged anew.",
        "Des rapports ont été retirés ou corrigés ; ce qui reste a été jugé à nouveau.");

    public static readonly Phrase ReviewQueue = new(
        "Only improbable statements or unreliable sources: a person should look.",
        "Seulement des dires improbables ou des sources peu fiables : une personne devrait regarder.");

    public static readonly Phrase Disputed = new(
        "A source denies that it happened.",
        "Une source nie que cela ait eu lieu.");

    public static readonly Phrase LateToll = new(
        $"A toll more than {AcuteAssessor.TollHours} hours after the last act changes the record, not the level.",
        $"Un bilan plus de {AcuteAssessor.TollHours} heures après le dernier acte change le dossier, pas le niveau.");
}
