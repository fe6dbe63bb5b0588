using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Reports;

/// <summary>Who says so and how, sentence by sentence: a claim and a denial keep their own kind and are never raised.</summary>
internal sealed class StandingBuilder(Analysis analysis)
{
    private const string Sayer = "SAYER.";

    private readonly Claims _claims = new(analysis);

    public List<ReadStanding> Build(IReadOnlyList<TellingSentence> sentences)
    {
        var standings = new List<ReadStanding>();
        foreach (TellingSentence telling in sentences)
        {
            Sentence sentence = telling.Sentence;
            ClaimantKind? kind = ClaimantOf(sentence);
            if (_claims.In(sentence) is { } claim)
                Add(standings, Standing.Claimed, ClaimantKind.ArmedGroup, claim);
            if (analysis.Cue("Denied", sentence.First, sentence.End) is { } denial) Add(standings, Standing.Denied, kind, denial);
            if (SayerOf(sentence) is { } sayer) Add(standings, Standing.Reported, kind, sayer);
        }

        return standings;
    }

    /// <summary>The standing that counts for the event: a claim, unless somebody else reports it too; then what is reported first.</summary>
    public static ReadStanding Main(IReadOnlyList<ReadStanding> standings, bool hasDateline) =>
        standings.FirstOrDefault(s => s.Standing == Standing.Claimed)
        ?? standings.FirstOrDefault(s => s.Standing == Standing.Reported)
        ?? (standings.Count > 0 ? standings[0] : null)
        ?? new ReadStanding(Standing.Reported, hasDateline ? ClaimantKind.Press : null, null);

    /// <summary>Who calls the event itself false in a sentence.</summary>
    public ReadStanding DenialIn(Sentence sentence)
    {
        Mark? denial = analysis.Cue("False", sentence.First, sentence.End) ?? analysis.Cue("Denied", sentence.First, sentence.End);
        return new ReadStanding(Standing.Denied, ClaimantOf(sentence), denial is null ? null : analysis.Document.SpanOf(denial.First, denial.End));
    }

    public ClaimantKind? ClaimantOf(Sentence sentence) =>
        SayerOf(sentence) is { } mark ? Enum.Parse<ClaimantKind>(SayerEntry(mark)!.Key.AsSpan(Sayer.Length)) : null;

    // The press only passes on what somebody else says: it counts when nobody else is named.
    private Mark? SayerOf(Sentence sentence)
    {
        Mark? press = null;
        foreach (Mark mark in analysis.Marks(sentence.First, sentence.End))
        {
            if (SayerEntry(mark) is not { } entry) continue;
            if (entry.Key != Sayer + nameof(ClaimantKind.Press)) return mark;
            press ??= mark;
        }

        return press;
    }

    private static Entry? SayerEntry(Mark mark) => mark.Entries.FirstOrDefault(e => e.Sort == Sort.Cue && e.Key.StartsWith(Sayer, StringComparison.Ordinal));

    private void Add(List<ReadStanding> standings, Standing standing, ClaimantKind? kind, Mark mark)
    {
        if (!standings.Exists(s => s.Standing == standing && s.Claimant == kind)) standings.Add(new ReadStanding(standing, kind, analysis.Document.SpanOf(mark.First, mark.End)));
    }
}
