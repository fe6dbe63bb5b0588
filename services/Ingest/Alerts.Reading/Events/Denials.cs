using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Tells which sentences take back what the one before told. Whatever else they deny, the event before stands: an alert that is wrongly left out costs more than one that is contested.</summary>
internal sealed class Denials(Analysis analysis)
{
    /// <summary>"No such attack took place", "Please disregard", "The report is false", of a bang "It was a burst tyre"; not "The report that the mayor fled is false", which denies something of its own.</summary>
    public bool TakesBack(Sentence sentence, EventMention told, IReadOnlyList<PlaceMention> places) =>
        !IsOfElsewhere(told, places)
        && (Answers(sentence) || analysis.HasCue("Withdrawn", sentence.First, sentence.End)
            || (!analysis.HasGrammar(sentence.First, sentence.End, "OfItsOwn") && (analysis.HasCue("False", sentence.First, sentence.End) || (analysis.HasCue("Explained", sentence.First, sentence.End) && !told.Tolls.Exists(t => t.Count.Estimate > 0)))));

    /// <summary>"08:26 Pascal: FALSE. …": the next line of a chat begins with what it says of the line before.</summary>
    public bool Answers(Sentence sentence) =>
        LogLines.HeadOf(analysis.Document, sentence.First) is { } head && head.End < sentence.End && analysis.GrammarAt(head.End, sentence.End, "Debunks") is { Entry: not null, Count: var count } && analysis.Document.GapAfter(head.End + count - 1).ContainsAny('.', '!');

    /// <summary>"There was no attack", "The attack did not take place"; not "No attack will go unpunished", nor "There was no attack on the school".</summary>
    public bool TakesBack(EventMention mention) =>
        mention is { Background.Kind: BackgroundKind.Denied, Place: null, IsSeparate: false, Targets.Count: 0, Doers.Count: 0 } && !analysis.Is(mention.Trigger.End, WordClass.Against | WordClass.Of | WordClass.Locative)
        && mention.Kind.Detail is not (EventFinder.Damage or EventFinder.HarmOnly) && mention.Trigger.Of(Sort.Harm) is null
        && analysis.HasGrammar(mention.Sentence.First, mention.Sentence.End, "Occurs") && !analysis.HasGrammar(mention.Sentence.First, mention.Sentence.End, "OccursNot") && !analysis.HasGrammar(mention.Sentence.First, mention.Sentence.End, "OfItsOwn")
        && !analysis.HasCue("Calm", mention.Sentence.First, mention.Sentence.End);

    /// <summary>Whether those take it back who are said to have done it ("Soldiers shot four fishermen, families say. The report is false, the army says"): it is contested then, not withdrawn.</summary>
    public bool IsOfAccused(Sentence sentence, EventMention told) => told.Doers.Exists(d => d.Noun.IsState) && (analysis.HasCue("SAYER.Authorities", sentence.First, sentence.End) || analysis.HasCue("Denied", sentence.First, sentence.End));

    // "Pemba: panic after a tyre burst" says nothing of what was told of Gao.
    private static bool IsOfElsewhere(EventMention told, IReadOnlyList<PlaceMention> places) =>
        told.Place is { Precision: <= PlacePrecision.City, IsUnknown: false } own && places.Any(p => p is { Precision: <= PlacePrecision.City, IsUnknown: false, IsOfSource: false })
        && !places.Any(p => p.Precision <= PlacePrecision.City && p.IsAt(own));
}
