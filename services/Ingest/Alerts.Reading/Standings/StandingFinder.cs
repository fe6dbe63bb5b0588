using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Standings;

/// <summary>Who says so and how, sentence by sentence: a claim and a denial keep their own kind and are never raised.</summary>
internal static class StandingFinder
{
    private const string Claimed = "Claimed";
    private const string Denied = "Denied";
    private const string FalseReport = "FalseReport";
    private const string Ongoing = "Ongoing";
    private const string Sayer = "SAYER.";

    public static ReadStanding Find(Document document, IReadOnlyList<Sentence> sentences, bool hasDateline, Lexicon lexicon)
    {
        ReadStanding? said = null;
        foreach (Sentence sentence in sentences)
        {
            PhraseMatch<string>[] matches = [.. lexicon.Standings.Matches(document.Words, sentence.First, sentence.End)];
            PhraseMatch<string>? sayer = Array.Find(matches, m => m.Value.StartsWith(Sayer, StringComparison.Ordinal));
            ClaimantKind? kind = sayer is null ? null : Enum.Parse<ClaimantKind>(sayer.Value.AsSpan(Sayer.Length));
            if (Array.Find(matches, m => m.Value == Claimed) is { } claim) return new ReadStanding(Standing.Claimed, ClaimantKind.ArmedGroup, claim.Span);
            if (Array.Find(matches, m => m.Value == Denied) is { } denial) return new ReadStanding(Standing.Denied, kind, denial.Span);
            if (sayer is not null) said ??= new ReadStanding(Standing.Reported, kind, sayer.Span);
        }

        return said ?? new ReadStanding(Standing.Reported, hasDateline ? ClaimantKind.Press : null, null);
    }

    public static TextSpan? OngoingIn(Document document, IReadOnlyList<Sentence> sentences, Lexicon lexicon) => sentences
        .SelectMany(s => lexicon.Standings.Matches(document.Words, s.First, s.End))
        .Where(m => m.Value == Ongoing).Select(m => (TextSpan?)m.Span).FirstOrDefault();

    /// <summary>The words that withdraw the whole text ("false alarm", "RAS"); null when there are none.</summary>
    public static PhraseMatch<string>? Withdrawal(Document document, Lexicon lexicon) => lexicon.Standings
        .Matches(document.Words, 0, document.Words.Count).FirstOrDefault(m => m.Value == FalseReport);
}
