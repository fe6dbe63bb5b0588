using Alerts.Reading.Dates;
using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Reading.Reports;

namespace Alerts.Reading;

/// <summary>The reading of one text, sentence by sentence. Holds state of one call only.</summary>
internal sealed class TextReading(Analysis analysis, CountryTally countries, List<PlaceMention> places, DateOnly reference, Dateline dateline)
{
    private readonly EventFinder _events = new(analysis, countries);
    private readonly NewsJudge _judge = new(analysis, reference);
    private readonly TimeFinder _times = new(analysis, reference);
    private readonly Merger _merger = new();
    private readonly List<BackgroundEvent> _background = [];
    private readonly Dictionary<EventDraft, List<TellingSentence>> _support = [];
    private readonly Dictionary<Sentence, TellingSentence> _read = [];
    private EventMention? _last;

    public Analysis Analysis => analysis;

    public DateOnly Reference => reference;

    public IReadOnlyList<PlaceMention> Places => places;

    public IReadOnlyList<EventDraft> Drafts => _merger.All;

    public IReadOnlyList<BackgroundEvent> Background => _background;

    public void Run()
    {
        HashSet<int> placed = [.. places.SelectMany(p => Enumerable.Range(p.First, p.End - p.First))];
        var nouns = new NounFinder(analysis, word => placed.Contains(word) || countries.IsCountry(word));
        int next = 0;
        foreach (Sentence whole in analysis.Sentences)
        {
            // The dateline's own date is not that of the event.
            Sentence sentence = whole.First < dateline.End && dateline.End < whole.End && whole.First >= dateline.First ? whole with { First = dateline.End } : whole;
            int first = next;
            while (next < places.Count && places[next].First < sentence.End) next++;
            if (whole.First >= dateline.First && whole.End <= dateline.End) continue;
            var telling = new TellingSentence(sentence, nouns.Find(sentence));
            _read[sentence] = telling;
            List<EventMention> mentions = _events.Find(sentence, telling.Nouns, _times.Find(sentence), places.GetRange(first, next - first));
            foreach (EventMention mention in mentions) Take(mention);
            if (mentions.Count == 0 && _merger.All.Count > 0) Support(_merger.All[^1], telling);
        }
    }

    /// <summary>The sentences that tell an event, and those behind them that say who did it and who says so.</summary>
    public IReadOnlyList<TellingSentence> SentencesOf(EventDraft draft)
    {
        List<TellingSentence> own = [.. draft.Mentions.Select(m => m.Sentence).Distinct().Select(s => _read[s])];
        return _support.TryGetValue(draft, out List<TellingSentence>? more) ? [.. own, .. more] : own;
    }

    private void Take(EventMention mention)
    {
        _judge.Judge(mention);
        if (mention.Background is null && Continues(mention)) mention.Background = _last!.Background;
        _last = mention;
        if (mention.Background is { } background)
        {
            _background.Add(new BackgroundEvent(analysis.Document.SpanOf(mention.Trigger.First, mention.Trigger.End), background.Kind, background.Reason, mention.Time?.From));
            return;
        }

        _merger.Take(mention);
    }

    // What follows an old event in its paragraph, without a day or a place of its own, still tells that one.
    private bool Continues(EventMention mention) => _last is { Background: { Kind: BackgroundKind.Past or BackgroundKind.Drill or BackgroundKind.Denied }, Time.From: not null } last
        && last.Sentence.Paragraph == mention.Sentence.Paragraph && last.Sentence.Item == mention.Sentence.Item && mention.Time is not { From: not null } && mention.Place is null;

    private void Support(EventDraft draft, TellingSentence telling)
    {
        if (!_support.TryGetValue(draft, out List<TellingSentence>? list)) _support[draft] = list = [];
        list.Add(telling);
    }
}
