using Alerts.Reading.Dates;
using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Reading.Reports;
using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>The reading of one text, sentence by sentence. Holds state of one call only.</summary>
internal sealed class TextReading(Analysis analysis, CountryTally countries, List<PlaceMention> places, IncidentForm? form, PeopleNames people, DateOnly reference, Dateline dateline)
{
    /// <summary>The place that heads an entry of a list stands among so many of its first words.</summary>
    public const int HeadingWords = 3;

    // Weight of what somebody ticked in a form: little doubt that it is meant.
    private const double Ticked = 2;

    // Sentences behind an event that may still speak of it.
    private const int MostSupport = 30;

    private readonly EventFinder _events = new(analysis, countries, reference);
    private readonly Denials _denials = new(analysis);
    private readonly NewsJudge _judge = new(analysis, reference);
    private readonly Antecedents _antecedents = new(analysis);
    private readonly TimeFinder _times = new(analysis, reference);
    private readonly Merger _merger = new(analysis);
    private readonly List<BackgroundEvent> _background = [];
    private readonly Dictionary<EventDraft, List<TellingSentence>> _support = [];
    private readonly List<(EventDraft Draft, TellingSentence Telling)> _accusing = [];
    private readonly DeedFinder _deeds = new(analysis);
    private readonly Dictionary<Sentence, TellingSentence> _read = [];
    private EventMention? _last;
    private (int Paragraph, PlaceMention? Head, bool IsLog) _line = (-1, null, false);
    private ContextDays? _contextDays;

    // "Beans were the weapon of the day in Kutaisi. Police used a water cannon.": the town that a paragraph, or an entry of a list, names last.
    private (int Paragraph, int Item, PlaceMention? Place) _town = (-1, -1, null);

    // The sentence just read, when it tells no event and names an old day.
    private Sentence? _remembers;

    public Analysis Analysis => analysis;

    public DateOnly Reference => reference;

    public IReadOnlyList<PlaceMention> Places => places;

    public SectionHeadings Sections { get; } = new(analysis, places, countries);

    private ContextDays Days => _contextDays ??= new ContextDays(analysis, _times, form, Sections, reference, _judge.News);

    /// <summary>The only rebel group that the text names, where it may have done an event; null when it names several or none, or only in another entry of a list.</summary>
    public Noun? OnlyGroupFor(EventDraft draft)
    {
        Noun[] groups = [.. _read.Values.SelectMany(t => t.Nouns).Where(IsRebel).DistinctBy(n => n.Actor!.Name).Take(2)];
        if (groups is not [var only]) return null;
        return _read.Values.Any(t => (t.Sentence.Item == 0 || t.Sentence.Item == draft.First.Sentence.Item) && t.Nouns.Any(IsRebel)) ? only : null;
    }

    public IReadOnlyList<EventDraft> Drafts => _merger.All;

    /// <summary>Whether it holds as many events as a text may tell.</summary>
    public bool IsFull => Drafts.Count >= Merger.MostEvents;

    public IReadOnlyList<BackgroundEvent> Background => _background;

    public void Run()
    {
        HashSet<int> placed = [.. places.SelectMany(p => Enumerable.Range(p.First, p.End - p.First))];
        var nouns = new NounFinder(analysis, word => placed.Contains(word) || countries.IsCountry(word), countries.ForcesAt, countries.StateAt, people);
        int next = 0;
        (int Item, bool IsHeaded) entry = default;
        foreach (Sentence whole in analysis.Sentences)
        {
            // The dateline's own date is not that of the event.
            Sentence sentence = whole.First < dateline.End && dateline.End < whole.End && whole.First >= dateline.First ? whole with { First = dateline.End } : whole;
            if (form?.IsOnlyOne == true) sentence = sentence with { Item = 0 };
            int first = next;
            while (next < places.Count && places[next].First < sentence.End) next++;
            if (whole.Item != entry.Item) entry = (whole.Item, whole.Item > 0 && next > first && places[first].First < whole.First + HeadingWords);
            if (whole.First >= dateline.First && whole.End <= dateline.End) continue;
            if (form?.Begins(whole) == true && Days.OfForm(sentence) is { From: { } formed }) _times.CountFrom(formed);
            var telling = new TellingSentence(sentence, nouns.Find(sentence), _times.Find(sentence));
            _read[sentence] = telling;
            List<PlaceMention> named = [.. places.GetRange(first, next - first).Where(p => !telling.Nouns.Any(p.IsPartOf))];
            if (sentence.Paragraph != _line.Paragraph) _line = (sentence.Paragraph, HeadOfLine(sentence, named), LogLines.BeginsAt(analysis.Document, sentence.First));
            int section = Sections.Over(sentence);
            List<EventMention> mentions = _events.Find(sentence, telling.Nouns, telling.Times, named);
            EventDraft? told = _merger.All is [.., var latest] ? latest : null;
            _antecedents.Resolve(telling, mentions);
            if (_last is not null && _denials.TakesBack(sentence, _last, named)) Withdraw(sentence);
            foreach (EventMention mention in mentions)
            {
                (mention.IsHeaded, mention.Section, mention.IsLogged) = (entry.IsHeaded, section, _line.IsLog);
                if (mention.Place is not { IsLocative: true, IsWay: false, IsUnknown: false } && _line.Head is { } head) mention.Place = head;
                if (mention.Place is null && _town.Paragraph == sentence.Paragraph && _town.Item == sentence.Item) mention.Around = _town.Place;
                Take(mention);
            }

            if (named.FindLast(p => p is { IsLocative: true, IsWay: false, IsOfSource: false, IsUnknown: false, Precision: <= PlacePrecision.City }) is { } town) _town = (sentence.Paragraph, sentence.Item, town);
            Days.Note(telling, mentions);
            _remembers = mentions.Count == 0 && telling.Times.Any(t => !t.IsSince && _judge.IsOld(t)) && !telling.Times.Any(Days.IsNews) ? sentence : null;
            if (told is not null && mentions.Count > 0 && mentions.TrueForAll(IsOfJustice)) Accuse(told, telling, mentions);
            if (!mentions.TrueForAll(IsOfNothing) || _merger.All.Count == 0) continue;
            EventDraft before = _merger.All[^1];

            // Another entry of a list speaks of something else, and so does what stands under another heading.
            if ((before.Last.Sentence.Item != sentence.Item && !IsDoerField(sentence)) || before.Last.Section != section) continue;
            if (mentions.Count == 0) Support(before, telling);
            if ((before.Last.Sentence.Paragraph == sentence.Paragraph || (_merger.All.Count == 1 && !telling.Times.Any(_judge.IsOld))) && before.Last.Tolls.Count < MostSupport) before.Last.Tolls.AddRange(_events.Tolls(sentence, telling.Nouns));
        }

        if (_last is null) TakeTheArmed();
        SetStagedAside();
    }

    // A text without a word for what happened may still say that the armed did something on a day.
    private void TakeTheArmed()
    {
        foreach (EventMention mention in _read.Values.OrderBy(t => t.Sentence.First).Select(t => _events.OfArmed(t, places)).OfType<EventMention>()) Take(mention);
    }

    /// <summary>Why the rules set aside what they found between two words; nothing when they found nothing, or took it. "No shots" denies nothing else ("sixty oxen taken, no shots").</summary>
    public IEnumerable<BackgroundKind> SetAside(int first, int end) =>
        _background.Where(b => b.Evidence.Start >= analysis.Words[first].Start && b.Evidence.Start < analysis.Words[end - 1].End).Select(b => b.IsOfNone ? BackgroundKind.General : b.Kind);

    /// <summary>Takes an event that some sentences tell as a whole, of the kind given, at a word; null when they tell of an old day, are a dateline's, or the text tells too many.</summary>
    public EventDraft? TakeWhole(IReadOnlyList<Sentence> sentences, EventKind kind, int word)
    {
        TellingSentence[] telling = [.. _read.Values.Where(t => t.Sentence.First >= sentences[0].First && t.Sentence.End <= sentences[^1].End)];
        if (telling.FirstOrDefault(t => word >= t.Sentence.First && word < t.Sentence.End) is not { } own) return null;
        var mention = new EventMention(own.Sentence, new Mark([], word, word + 1), kind) { IsWhole = true, IsLogged = LogLines.BeginsAt(analysis.Document, sentences[0].First) };

        // "Four men with guns, hospital of Gao": what no clause ties to anybody is no source's seat.
        _events.Settle(mention, [.. telling.SelectMany(t => t.Times)], [.. places.Where(p => p.First >= sentences[0].First && p.End <= sentences[^1].End).Select(p => p with { IsOfSource = false })]);
        Days.Fill(mention, _ => false);
        _judge.Judge(mention);
        if (mention.Background is { Kind: BackgroundKind.Past or BackgroundKind.Total } || _judge.AccidentBeside(own.Sentence) is not null) return null;
        mention.Background = null;
        foreach (TellingSentence one in telling) mention.Tolls.AddRange(_events.Tolls(one.Sentence, one.Nouns));
        _merger.Take(mention);
        if (Drafts.FirstOrDefault(d => d.Mentions.Contains(mention)) is not { } draft) return null;
        foreach (TellingSentence other in telling.Where(t => t != own)) Support(draft, other);
        return draft;
    }

    /// <summary>The first day of news that a sentence names; null when it names none.</summary>
    public TimeMention? NewsDayOf(Sentence sentence) => _read.Values.Where(t => t.Sentence.First >= sentence.First && t.Sentence.End <= sentence.End).SelectMany(t => t.Times).FirstOrDefault(Days.IsNews);

    public void Weigh(NewsScale scale)
    {
        if (Drafts.Count == 0) return;
        var text = new TextSigns(analysis);
        foreach (EventDraft draft in Drafts) draft.Weight = scale.Weigh(draft, analysis, text);

        foreach (EventDraft draft in Drafts.Where(d => d.Mentions.Exists(m => m.IsTicked))) draft.Weight = Math.Max(draft.Weight, Ticked);
        foreach (EventDraft draft in Drafts.Where(IsMeasure)) draft.Weight = Math.Min(draft.Weight, NewsScale.Least - 1);

        // Beside news, what is older is background more often than where it is all that a text tells.
        if (!Drafts.Any(d => !d.IsOlder && d.Weight >= NewsScale.Least)) return;
        foreach (EventDraft draft in Drafts.Where(d => d.IsOlder)) draft.Weight += scale.BesideNews;
    }

    // "The rebels were beaten back. A round-the-clock curfew was reduced to the night": what the authorities close after an event of the same paragraph is part of it.
    private bool IsMeasure(EventDraft draft) => draft is { Place: null, Lead.Kind.Local: LocalType.Curfew or LocalType.RoadClosure or LocalType.AirportClosure or LocalType.CommunicationsOutage }
        && Drafts.TakeWhile(d => d != draft).LastOrDefault() is { Group: EventGroup.Violence or EventGroup.Unrest, Weight: >= NewsScale.Least } before && before.Last.Sentence.Paragraph == draft.First.Sentence.Paragraph;

    /// <summary>The sentences that tell an event, and those behind them that say who did it and who says so.</summary>
    public IReadOnlyList<TellingSentence> SentencesOf(EventDraft draft)
    {
        List<TellingSentence> own = [.. draft.Mentions.Select(m => m.Sentence).Distinct().Select(s => _read[s]), .. _accusing.Where(a => a.Draft == draft).Select(a => a.Telling)];
        return _support.TryGetValue(draft, out List<TellingSentence>? more) ? [.. own, .. more] : own;
    }

    // "14:10 | Gao base: …": what a line of a log tells is at its sender's, not at the place of the line before.
    private PlaceMention? HeadOfLine(Sentence line, List<PlaceMention> named) =>
        LogLines.HeadOf(analysis.Document, line.First) is { } head ? named.Find(p => p.First >= head.First && p.First < head.End && !p.IsWay) : null;

    private void Take(EventMention mention)
    {
        _judge.Judge(mention);
        if (mention.Background is null && Continues(mention)) mention.Background = _last!.Background;
        if (mention is { Background: null, Time: not { From: not null }, Place: null } && _remembers is { } old && old.End == mention.Sentence.First && old.Paragraph == mention.Sentence.Paragraph)
            mention.Background = (BackgroundKind.Past, "the sentence before speaks of an old day");
        if (_last?.Group == mention.Group && _denials.TakesBack(mention)) Withdraw(mention.Sentence);
        _last = mention;
        bool told = mention.IsOlder && mention.Kind.Detail is not (EventFinder.Damage or EventFinder.HarmOnly);
        if (mention.Background is { } background && !told)
        {
            _background.Add(new BackgroundEvent(analysis.Document.SpanOf(mention.Trigger.First, mention.Trigger.End), background.Kind, background.Reason, mention.Time?.From));
            return;
        }

        Days.Fill(mention, paragraph => !_merger.All.Any(d => d.Last.Sentence.Paragraph == paragraph));

        // Damage alone is no event: it tells what one did.
        if (mention.Kind.Detail != EventFinder.Damage) _merger.Take(mention);
        else _merger.Join(mention);
    }

    /// <summary>Gives an event without a day the one that stands before its semicolon, or in a sentence about it behind.</summary>
    public void FillDays()
    {
        foreach (EventDraft draft in Drafts.Where(d => d.Time is not { From: not null }))
        {
            Sentence first = draft.First.Sentence;
            TimeMention? before = _read.Values.FirstOrDefault(t => t.Sentence.End == first.First && t.Sentence.Paragraph == first.Paragraph && t.Sentence.Item == first.Item && analysis.Document.GapAfter(t.Sentence.End - 1).Contains(';'))?.Times.LastOrDefault(Days.IsNews);
            TimeMention? later = before ?? _support.GetValueOrDefault(draft)?.Where(t => t.Sentence.Paragraph <= draft.Last.Sentence.Paragraph + 1).SelectMany(Days.DaysOf).FirstOrDefault();
            if (later is not null) draft.Date(later);
        }
    }

    /// <summary>Gives an event that still has no day that of the one before it in its paragraph; a guess, so it says nothing about whether it is news.</summary>
    public void BorrowDays()
    {
        foreach (EventDraft draft in Drafts.Where(d => d.Time is not { From: not null }))
        {
            if ((draft == Drafts[0] ? Days.OfOpening(draft.First.Sentence) : DayBefore(draft)) is { } told) draft.Date(told);
        }
    }

    // "Two attacks hit the north on Sunday. In Gao … In Mopti …", "The convoy was stopped on Monday. The driver was shot": the day of what the paragraph told right before.
    private TimeMention? DayBefore(EventDraft draft)
    {
        Sentence own = draft.First.Sentence;
        if (Drafts.TakeWhile(d => d != draft).LastOrDefault() is not { IsOlder: false, Time: { From: not null, Precision: TimePrecision.Day } day, Last.Sentence: var told } || told.Paragraph != own.Paragraph || told.Item != own.Item) return null;
        return own.First <= told.End || (draft.First.Place is { } place && place.First <= own.First + 1) ? day : null;
    }

    private static bool IsRebel(Noun noun) => noun.CanAct && noun.Actor?.Type == ActorType.RebelGroups;

    // "Auteurs : éléments du FPRC" is a line of the form that tells the event.
    private bool IsDoerField(Sentence sentence) =>
        analysis.GrammarAt(sentence.First, sentence.End, DeedFinder.DoerField) is { Entry: not null } field && analysis.Document.GapAfter(sentence.First + field.Count - 1).Contains(':');

    // What follows an old event in its paragraph, without a day or a place of its own, still tells that one.
    private bool Continues(EventMention mention) => _last is { Background: { Kind: BackgroundKind.Past or BackgroundKind.Drill or BackgroundKind.Denied }, Time.From: not null } last
        && last.Sentence.Paragraph == mention.Sentence.Paragraph && last.Sentence.Item == mention.Sentence.Item && mention.Time is not { From: not null } && mention.Place is null;

    // "No victims, no damage": what it denies came of the event before.
    private static bool IsOfNothing(EventMention mention) => mention.Background?.Kind == BackgroundKind.Denied && mention.Tolls.Count > 0 && mention.Tolls.TrueForAll(t => t.Count.Estimate == 0);

    // "Bandits overran the base, a story says. No such attack took place": what the next sentence calls false is no event.
    private void Withdraw(Sentence sentence)
    {
        if (_last is not { Background: null } last || last.Sentence.End != sentence.First || (last.Sentence.Item != sentence.Item && !_denials.Answers(sentence))) return;
        last.Contested = _denials.IsOfAccused(sentence, last) ? sentence : null;
        if (last.Contested is not null) return;
        last.Background = (BackgroundKind.Denied, "the next sentence says that it is false");
        _background.Add(new BackgroundEvent(analysis.Document.SpanOf(last.Trigger.First, last.Trigger.End), BackgroundKind.Denied, last.Background.Value.Reason, last.Time?.From));
        _merger.Drop(last);
    }

    // A match report or an exercise told like a battle. What has a day needs twice as many words of it.
    private void SetStagedAside()
    {
        if (_merger.All.Count == 0 || _judge.Staged(dated: _merger.All.Any(d => d.Time is { From: not null })) is not { } word) return;
        SetAllAside(word.IsCue("Drill") ? BackgroundKind.Drill : BackgroundKind.General, $"the text tells of an exercise, sport or fiction (\"{analysis.Document.TextOf(word.First, word.End)}\")");
    }

    /// <summary>Whether the text is about a case in court: its sentences retell what is old.</summary>
    public bool IsOfCourt => _judge.IsOfCourt;

    /// <summary>Whether all was set aside: then nothing else of the text is an event.</summary>
    public bool IsSetAside { get; private set; }

    /// <summary>Sets all aside that was found, for a reason that holds for the text as a whole.</summary>
    public void SetAllAside(BackgroundKind kind, string reason)
    {
        foreach (EventDraft draft in _merger.All)
            _background.Add(new BackgroundEvent(analysis.Document.SpanOf(draft.Lead.Trigger.First, draft.Lead.Trigger.End), kind, reason, null));
        IsSetAside = true;
        _merger.Clear();
        _support.Clear();
    }

    // "X and Y were charged with the murder", "the suspects were arrested": that is about the event before.
    private static bool IsOfJustice(EventMention mention) => mention.Background is { Kind: BackgroundKind.Court or BackgroundKind.Past or BackgroundKind.General } || (mention.Background is null && mention.Group == EventGroup.Arrest);

    // A sentence that tells no event of its own may tell who did the one before.
    private void Accuse(EventDraft told, TellingSentence telling, List<EventMention> mentions)
    {
        if (told.Group == EventGroup.Arrest || told.Last.Sentence.Item != telling.Sentence.Item || told.Mentions.Exists(m => m.Sentence == telling.Sentence) || !mentions.Exists(m => m.Group == told.Group || m.Group == EventGroup.Arrest)) return;
        if (_deeds.Find(telling).Any() || new NamedSuspects(analysis, _deeds).Find([telling]).Any()) _accusing.Add((told, telling));
    }

    private void Support(EventDraft draft, TellingSentence telling)
    {
        if (!_support.TryGetValue(draft, out List<TellingSentence>? list)) _support[draft] = list = [];
        if (list.Count < MostSupport) list.Add(telling);
    }
}
