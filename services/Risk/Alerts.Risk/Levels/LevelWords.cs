using Alerts.Terms;

namespace Alerts.Risk.Levels;

// What people read of why a city has its level.
internal static class LevelWords
{
    public static Phrase NotAssessed { get; } =
        new("Neither enough history nor a live source: not assessed.", "Ni historique suffisant ni source active : non évalué.");

    public static Phrase Suggested(ThreatLevel level, bool provisional) => Phrase.Sentences(
        new Phrase($"The model suggests level {(int)level}.", $"Le modèle suggère le niveau {(int)level}."),
        provisional
            ? new Phrase(
                "How good its past forecasts here were is still being worked out, so this may change.",
                "La qualité de ses prévisions passées ici est encore en cours de calcul : cela peut changer.")
            : Phrase.Empty);

    // overdue: the day by which it was to be reviewed, when that is over.
    public static Phrase Assessed(ThreatLevel level, string? overdue) => Phrase.Sentences(
        new Phrase($"Assessed as level {(int)level} by an adviser.", $"Évalué au niveau {(int)level} par un conseiller."),
        overdue is null
            ? Phrase.Empty
            : new Phrase(
                $"Its review was due by {overdue}; it counts until a person takes it back.",
                $"Sa révision était due au plus tard le {overdue} ; il compte tant que personne ne le retire."));

    public static Phrase Forced(ThreatLevel level) => new($"What happens now forces level {(int)level}.", $"Ce qui se passe maintenant impose le niveau {(int)level}.");

    public static Phrase HeldDown(ThreatLevel from, ThreatLevel to) => new(
        $"An adviser holds this situation down from {(int)from} to {(int)to}.", $"Un conseiller ramène cette situation du niveau {(int)from} au niveau {(int)to}.");

    public static Phrase HeldUp(ThreatLevel level) => new(
        $"An adviser holds it at level {(int)level} or above.", $"Un conseiller le maintient au niveau {(int)level} ou au-dessus.");

    public static Phrase Access(AccessState state, ThreatLevel level) => state == AccessState.CutOff
        ? new Phrase($"Access is cut off: at least level {(int)level}.", $"L'accès est coupé : au moins le niveau {(int)level}.")
        : new Phrase($"Access is restricted: at least level {(int)level}.", $"L'accès est restreint : au moins le niveau {(int)level}.");

    public static Phrase Frozen(DateTimeOffset since) => new(
        $"No news since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC: the level is frozen.", $"Sans nouvelles depuis le {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC : le niveau est figé.");
}
