using Alerts.Gazetteer;
using Alerts.Reading.Actors;
using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Merging;
using Alerts.Reading.Places;
using Alerts.Reading.Standings;
using Alerts.Reading.Triggers;

namespace Alerts.Reading;

/// <summary>Reads English and French texts with authored lexicons and simple grammars.</summary>
/// <remarks>
/// Frame, countries and places, dates, triggers, background, then one report an event. What is not said stays null, and a text without a
/// trigger or a place gives no report. Immutable and thread safe: make one and share it. Time grows linearly with the text.
/// </remarks>
public sealed class RuleReader : ITextReader
{
    private const int MostNotes = 50;

    private static readonly string[] Languages = ["en", "fr"];

    // The offset of a day is taken at its middle: changes to and from summer time are at night.
    private static readonly TimeOnly Noon = new(12, 0);

    private readonly PlaceIndex _index;
    private readonly Lexicon _lexicon = new();
    private readonly PlaceFinder _places;

    /// <summary>Makes a reader; loads the lexicons, some milliseconds.</summary>
    /// <param name="places">The gazetteer; shared.</param>
    public RuleReader(PlaceIndex places)
    {
        _index = places;
        _places = new PlaceFinder(places, _lexicon);
    }

    /// <inheritdoc/>
    public ReadingResult Read(TextInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Language is { } language && !Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
            return new ReadingResult([], [$"The language \"{language}\" is not read yet; English and French are."]);
        var document = new Document(input.Text);
        if (StandingFinder.Withdrawal(document, _lexicon) is { } withdrawal)
            return new ReadingResult([], [$"The text withdraws or denies what it tells (\"{input.Text.AsSpan(withdrawal.Span.Start, withdrawal.Span.Length)}\")."]);

        var notes = new List<string>();
        var received = DateOnly.FromDateTime(input.ReceivedAt.DateTime);
        Dateline dateline = DatelineFinder.Find(document, received);
        DateOnly reference = dateline.Date ?? received;
        if (dateline.Date is null) notes.Add($"No dateline: days are read from when the text was received, {received:yyyy-MM-dd}.");
        var context = new Context(document, _lexicon, _index, input.CountryHint);
        PlaceMention? filedAt = _places.FindFiled(document, dateline, context);
        if (filedAt?.CountryCode is { } country) context.Raise(country);
        List<PlaceMention> mentions = [.. _places.Find(document, context).Where(m => m.Word != filedAt?.Word)];
        IReadOnlyList<EventDraft> drafts = Gather(document, mentions, reference, dateline.End, notes);
        List<ReadReport> reports = [];
        foreach (EventDraft draft in drafts)
        {
            if ((draft.Place ?? Assumed(draft, document, filedAt, mentions, notes)) is { } place)
                reports.Add(Report(document, draft, place, reference, dateline.Date is not null));
        }

        if (drafts.Count == 0) notes.Add("No word in the text says that something happened.");
        return new ReadingResult(reports, notes.Count > MostNotes ? [.. notes.Take(MostNotes), "More was left out for the same reasons."] : notes);
    }

    private IReadOnlyList<EventDraft> Gather(Document document, List<PlaceMention> mentions, DateOnly reference, int bodyFirst, List<string> notes)
    {
        var drafts = new EventDrafts();
        int next = 0;
        foreach (Sentence whole in document.Sentences)
        {
            // The dateline's own date is not that of the event.
            Sentence sentence = whole.First < bodyFirst && bodyFirst < whole.End ? whole with { First = bodyFirst } : whole;
            int first = next;
            while (next < mentions.Count && mentions[next].Word < sentence.End) next++;
            TimeMention time = TimeFinder.Find(document, sentence, reference);
            PhraseMatch<EventKind>? trigger = _lexicon.Triggers.Matches(document.Words, sentence.First, sentence.End).MinBy(t => t.Value.Order);
            if (BackgroundTest.Reason(document, sentence, time, reference, _lexicon) is { } reason)
            {
                if (trigger is not null && notes.Count <= MostNotes)
                    notes.Add($"Left out \"{document.Text.AsSpan(trigger.Span.Start, trigger.Span.Length)}\": {reason}.");
                continue;
            }

            drafts.Take(trigger, Best(mentions.GetRange(first, next - first)), time, sentence);
        }

        return drafts.All;
    }

    // A spot before a town before an area, and what a preposition places before what it does not.
    private static PlaceMention? Best(List<PlaceMention> mentions) => mentions.OrderBy(m => m.Precision).ThenByDescending(m => m.Locative).FirstOrDefault();

    // The only place that the text names. A wire from a capital may be about anywhere in the country, unless it speaks of the capital.
    private static PlaceMention? Assumed(EventDraft draft, Document document, PlaceMention? filedAt, List<PlaceMention> mentions, List<string> notes)
    {
        string what = document.Text.Substring(draft.Trigger.Span.Start, draft.Trigger.Span.Length);
        bool filedThere = mentions.Count == 0 && filedAt?.Place is { } place && (!place.IsCapital || SpeaksOfCapital(document, draft));
        PlaceMention? assumed = mentions.Count == 1 ? mentions[0] : filedThere ? filedAt : null;
        notes.Add(assumed is null
            ? $"No report for \"{what}\": the text names no place for it that the gazetteer knows."
            : $"The place of \"{what}\" is assumed from the only place that the text names.");
        return assumed;
    }

    private static bool SpeaksOfCapital(Document document, EventDraft draft) =>
        draft.Sentences.Exists(s => Enumerable.Range(s.First, s.End - s.First).Any(word => document.Words[word].Text is "capital" or "capitale"));

    private ReadReport Report(Document document, EventDraft draft, PlaceMention place, DateOnly reference, bool hasDateline)
    {
        DateOnly day = draft.Time.Date ?? reference;
        TimeSpan offset = _index.OffsetAt(place.Point, new DateTimeOffset(day.ToDateTime(Noon), TimeSpan.Zero));
        TextSpan span = document.SpanOf(place.Word, place.WordCount);
        (ReadCount? killed, ReadCount? wounded) = Tolls(document, draft);
        return new ReadReport
        {
            SubEventType = draft.Trigger.Value.Sub,
            LocalType = draft.Trigger.Value.Local,
            TypeEvidence = draft.Trigger.Span,
            Place = new ReadPlace(place.Place?.GeonameId, place.Point, place.Precision, document.Text.Substring(span.Start, span.Length), place.CountryCode, span),
            Time = TimeBuilder.Build(day, draft.Time, offset),
            Killed = killed,
            Wounded = wounded,
            Actor = ActorFinder.Find(document, draft.Sentences, place.CountryCode, _lexicon),
            Targets = TargetFinder.Find(document, draft.Sentences[0], _lexicon),
            Standing = StandingFinder.Find(document, draft.Sentences, hasDateline, _lexicon),
            OngoingEvidence = StandingFinder.OngoingIn(document, draft.Sentences, _lexicon),
        };
    }

    private (ReadCount? Killed, ReadCount? Wounded) Tolls(Document document, EventDraft draft)
    {
        ReadCount? killed = null;
        ReadCount? wounded = null;
        foreach (Sentence sentence in draft.Sentences)
        {
            (ReadCount? dead, ReadCount? hurt) = CasualtyFinder.Find(document, sentence, _lexicon);
            killed ??= dead;
            wounded ??= hurt;
        }

        return (killed, wounded);
    }
}
