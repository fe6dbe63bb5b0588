using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Tells whether a mention is news or background; what is background gets a reason.</summary>
internal sealed class NewsJudge(Analysis analysis, DateOnly reference)
{
    private readonly CueReach _reach = new(analysis);
    // Where lines end that are nothing but such a heading: "CONTEXT".
    private readonly Lazy<HashSet<int>> _pastHeadings = new(() => [.. analysis.Sentences.Where(s => s.End - s.First <= HeadingWords && analysis.GrammarAt(s.First, s.End, "PastHeading").Entry is not null && s.End < analysis.Words.Count && analysis.Document.GapAfter(s.End - 1).Contains('\n')).Select(s => s.End)]);

    private readonly Lazy<DateOnly?> _period = new(() => ReportedPeriod.FirstDay(analysis, reference));
    private readonly Lazy<bool> _isOfCourt = new(() => IsAbout(analysis, "Court", CourtWords));
    private readonly Lazy<bool> _isOfTotal = new(() => IsAbout(analysis, "Total", TotalWords));
    private readonly Lazy<List<(Sentence Sentence, Mark Cue)>> _accidents = new(() => AccidentsIn(analysis));
    private readonly Lazy<bool> _isOfHazard = new(() => IsAbout(analysis, "Hazard", HazardWords));

    /// <summary>The reason of what is negated as such: "no attack".</summary>
    public const string OfNone = "the text says that there was none";

    // A day farther back than this from the dateline is background, not news (extraction design: about ten days).
    public const int NewsDays = 10;

    // A certain, fully told event may lie farther back and still be reported, up to about two months; the news scale decides.
    private const int OlderDays = 60;

    // Words of an exercise, which weigh double, of sport or fiction: a text with so many, and one in a hundred of its words, tells of little else.
    private const int StagedWords = 4;
    private const int WordsForStaged = 100;

    // So many different words of how a film is made, and one in so many: what it shows is played, whatever day stands beside it.
    private const int FictionWords = 3;
    private const int WordsForFiction = 100;

    // So many different words of courts, of accidents, or of counts over a period, and a text longer than a message is about nothing else.
    private const int CourtWords = 4;
    private const int HazardWords = 3;
    private const int TotalWords = 4;

    private const int HeadingWords = 4;

    // How far before a sentence, in words, the heading of its paragraph is looked for.
    private const int ParagraphReach = 200;

    // A cue this close before the trigger governs it.
    private const int CueReach = 8;
    private const int ModalReach = 4;

    public void Judge(EventMention mention)
    {
        mention.Background = Reason(mention);
        mention.IsOlder = mention.Background is { Kind: BackgroundKind.Past } && mention.Time is { From: { } from, Precision: <= TimePrecision.Day }
            && from < News && from >= DaysBack(OlderDays) && !IsFramed(mention.Sentence) && !IsUnderPastHeading(mention.Sentence);
        mention.IsSeparate |= Cue("Separate", mention.Sentence.First, Math.Min(mention.Sentence.End, mention.Trigger.First + 1)) is { } apart && !(mention.Kind.Detail == EventFinder.HarmOnly && analysis.Is(apart.End, WordClass.Say));
    }

    /// <summary>The first word of an exercise, sport or fiction in a text that tells of little else; null in any other text, and in a short message that does not begin with an exercise or tell how a film is made.</summary>
    /// <param name="dated">Whether what it tells has a day.</param>
    public Mark? Staged(bool dated)
    {
        int count = analysis.Words.Count;
        HashSet<string> drill = [];
        HashSet<string> play = [];
        HashSet<string> fiction = [];
        Mark? first = null;
        foreach (Mark mark in analysis.Marks(0, count))
        {
            if (mark.IsCue("Fiction")) fiction.Add(analysis.Words[mark.First].Text);
            HashSet<string>? words = mark.IsCue("Drill") ? drill : mark.IsCue("Sport") || mark.IsCue("Game") || mark.IsCue("Fiction") ? play : null;
            if (words?.Add(analysis.Words[mark.First].Text) == true) first ??= mark;
        }

        if (fiction.Count >= FictionWords && fiction.Count * WordsForFiction >= count) return first;
        if (count <= NewsScale.MessageWords) return analysis.At(0) is { } opening && opening.IsCue("Drill") ? opening : null;
        if (TheExercise() is { } exercise) return exercise;
        int least = dated ? 2 : 1;
        return (2 * drill.Count) + play.Count >= least * StagedWords && (drill.Count + play.Count) * WordsForStaged >= least * count ? first : null;
    }

    // "The exercise on Thursday was to show how they work together", "Exercise "Sea Shield" lasts until Friday": what a sentence begins with as known, or by its name, is what the text is about.
    private Mark? TheExercise()
    {
        foreach (Sentence sentence in analysis.Sentences)
        {
            if (sentence.First + 1 < sentence.End && analysis.Is(sentence.First, WordClass.Definite) && analysis.At(sentence.First + 1) is { } mark && mark.IsCue("Drill")) return mark;
            if (analysis.At(sentence.First) is { } opening && opening.IsCue("Drill") && opening.End < sentence.End && analysis.Document.GapAfter(opening.End - 1).ContainsAny('"', '“', '«')) return opening;
        }

        return null;
    }

    private (BackgroundKind, string)? Reason(EventMention mention)
    {
        Sentence sentence = mention.Sentence;
        TimeMention? time = mention.Time;
        bool recent = time is { From: not null, IsSince: false, Precision: <= TimePrecision.Day } && time.To >= News;
        if (time is { To: { } to } && to < News) return (BackgroundKind.Past, $"it is dated {time.From:yyyy-MM-dd}, more than {NewsDays} days before the text");
        if (time is { From: { } from, Precision: > TimePrecision.Week } && from < News && !recent) return (BackgroundKind.Past, "the text dates it to a month or year, not to a recent day");
        if (time is { IsSince: true, From: { } since } && (since < News || time.Precision > TimePrecision.Day)) return (BackgroundKind.Total, "the text counts over a period");
        if (mention.Kind.Sub is not null && !IsArmed(mention) && AccidentBeside(sentence) is { } accident) return (BackgroundKind.General, Quote("it was an accident", accident));
        if (mention.Kind.Sub is not null && Cue("Hazard", sentence.First, sentence.End) is { } hazard && !IsArmed(mention) && !mention.Triggers.Exists(IsOutright))
            return (BackgroundKind.General, Quote("it is an accident or a natural hazard", hazard));
        if (Cue("Seized", sentence.First, sentence.End) is { } seized && IsWeapon(mention.Trigger) && mention.Triggers.TrueForAll(IsBare))
            return (BackgroundKind.General, Quote("weapons were found, not used", seized));
        if (Cue("Drill", sentence.First, sentence.End) is { } drill) return (BackgroundKind.Drill, Quote("it is an exercise", drill));
        if (Cue("Bang", sentence.First, sentence.End) is { } bang && !IsHarmful(mention) && mention.Kind.Sub != SubEventType.DisruptedWeaponsUse) return (BackgroundKind.General, Quote("it tells what was heard and was no weapon", bang));
        if (Cue("Sport", sentence.First, sentence.End) is { } sport && !IsArmed(mention) && !(mention.Triggers.Exists(IsOutright) && (IsHarmful(mention) || (recent && EventGroups.IsBlast(mention.Kind))))) return (BackgroundKind.General, Quote("it speaks of sport or fiction", sport));
        if (!recent && (sentence.Item == 0 || !IsArmed(mention)) && _isOfCourt.Value) return (BackgroundKind.Court, "the text is about a case in court");
        if (!recent && (sentence.Item == 0 || !IsArmed(mention)) && _isOfTotal.Value) return (BackgroundKind.Total, "the text counts over a period");
        if (mention.Kind.Sub is not null && !IsArmed(mention) && !(IsDeliberate(mention) && (IsHarmful(mention) || recent)) && _isOfHazard.Value) return (BackgroundKind.General, "the text is about an accident or a natural hazard");
        if (_reach.IsAsked(mention) is { } asked) return (BackgroundKind.Hypothetical, $"it is a question (\"{asked}\")");
        if ((Cue("False", sentence.First, sentence.End) ?? Cue("Withdrawn", sentence.First, sentence.End)) is { } wrong) return (BackgroundKind.Denied, Quote("the text says that it is false", wrong));
        if (Cue("Explained", sentence.First, sentence.End) is { } explained && !IsHarmful(mention)) return (BackgroundKind.Denied, Quote("the text says that it is false", explained));
        if (Cue("Rumour", sentence.First, sentence.End) is { } rumour && !_reach.IsOfAnotherClause(rumour, mention)) return (BackgroundKind.Denied, Quote("it is a rumour", rumour));
        if (Cue("Calm", sentence.First, sentence.End) is { } calm && !IsArmed(mention) && !IsHarmful(mention)) return (BackgroundKind.Denied, Quote("the text says that all is calm", calm));
        if (Cue("Total", sentence.First, sentence.End) is { } total && !recent) return (BackgroundKind.Total, Quote("the text counts over a period", total));
        if (!recent && Cue("Past", sentence.First, sentence.End) is { } past) return (BackgroundKind.Past, Quote("the text tells it as past", past));
        if (mention.Kind.Form is TriggerForm.Noun or TriggerForm.KillNoun && _reach.IsRemembered(mention) is { } remembered) return (BackgroundKind.Past, Quote("the text tells it as past", remembered));
        if (mention.Tolls.Count == 0 && mention.Doers.Count == 0 && _reach.IsWarnedOf(mention)) return (BackgroundKind.Hypothetical, "the text warns of it");
        if (Cue("Court", sentence.First, sentence.End) is { } court && !(recent && (court.First > mention.Trigger.First ? _reach.IsToldOutright(mention) : _reach.IsOfNextClause(court, mention)))) return (BackgroundKind.Court, Quote("a court deals with it", court));
        int near = Math.Max(sentence.First, mention.Trigger.First - CueReach);
        if (_reach.IsOfNone(mention)) return (BackgroundKind.Denied, OfNone);
        if (_reach.IsOfNobody(mention)) return (BackgroundKind.Denied, "the text says that it happened to nobody");
        if (mention.Trigger.Of(Sort.Harm) is null && analysis.Document.JoinsNext(mention.Trigger.End - 1) && mention.Trigger.End < sentence.End && analysis.GrammarAt(mention.Trigger.End, sentence.End, "Nobody").Entry is not null && NumberReader.At(analysis, mention.Trigger.End, sentence.End) is null && !IsHarmful(mention)) return (BackgroundKind.Denied, OfNone);
        if (Cue("Modal", Math.Max(sentence.First, mention.Trigger.First - ModalReach), mention.Trigger.First) is { } modal && _reach.Governs(modal, mention.Trigger, sentence)) return (BackgroundKind.Hypothetical, Quote("it is a fear, a plan or a condition", modal));
        if (_reach.IsOfWhatMayCome(mention) is { } coming) return (BackgroundKind.Hypothetical, Quote("it is a fear, a plan or a condition", coming));
        int told = mention.Triggers.Min(t => t.First);
        if (Cue("Denied", Math.Max(sentence.First, told - CueReach), told) is { } denied && (_reach.Introduces(denied) || (mention.Tolls.Count == 0 && mention.Doers.TrueForAll(d => d.Noun.IsState)))) return (BackgroundKind.Denied, Quote("the text says that somebody denies it", denied));
        if (mention.Kind.Form is TriggerForm.Noun or TriggerForm.KillNoun && Cue("Undone", mention.Trigger.End, Math.Min(sentence.End, mention.Trigger.End + 1)) is { } undone) return (BackgroundKind.Denied, Quote("the text says that it did not happen", undone));
        if (Cue("Negated", near, mention.Trigger.First + 1) is { } negated && !_reach.IsOfAnotherClause(negated, mention) && !_reach.EndsBefore(negated, mention.Trigger)) return (BackgroundKind.Denied, Quote("the text says that it did not happen", negated));
        if (!recent && Cue("Hypothetical", near, mention.Trigger.First + 1) is { } maybe && mention.Tolls.Count == 0 && !_reach.IsOfFact(maybe, mention.Trigger)) return (BackgroundKind.Hypothetical, Quote("it is a fear, a plan or a condition", maybe));
        return null;
    }

    /// <summary>Whether the text is about a case in court.</summary>
    public bool IsOfCourt => _isOfCourt.Value;

    /// <summary>What says that it was an accident: "the governor ruled out foul play", "Accidental, for your information". It is said of what its entry of a list tells, or of what its paragraph and the ones beside it do.</summary>
    public Mark? AccidentBeside(Sentence told) =>
        _accidents.Value.Find(a => a.Sentence.Item == told.Item && (told.Item > 0 || Math.Abs(a.Sentence.Paragraph - told.Paragraph) <= 1)).Cue;

    private static List<(Sentence Sentence, Mark Cue)> AccidentsIn(Analysis analysis) =>
        [.. analysis.Sentences.Select(s => (Sentence: s, Cue: analysis.Cue("Accidental", s.First, s.End))).Where(a => a.Cue is not null).Select(a => (a.Sentence, a.Cue!))];

    private static bool IsAbout(Analysis analysis, string cue, int words) => analysis.Words.Count > NewsScale.MessageWords
        && analysis.Marks(0, analysis.Words.Count).Where(m => m.IsCue(cue)).Select(m => analysis.Words[m.First].Text).Distinct().Skip(words - 1).Any();

    // Words that tell violence by themselves; "killed" and "injured" are said of accidents too.
    private static bool IsOutright(Mark trigger) => trigger.Of(Sort.Trigger) is { Event: { } kind } && trigger.Of(Sort.Harm) is null && kind.Form != TriggerForm.Verb;

    // "A bomb exploded", "a massacre"; a bare explosion may be a gas bottle's where the text is about accidents.
    private bool IsDeliberate(EventMention mention) =>
        mention.Triggers.Exists(IsOutright) && (!EventGroups.IsBlast(mention.Kind) || analysis.HasGrammar(mention.Sentence.First, mention.Sentence.End, "Weapon"));

    private static bool IsBare(Mark trigger) => trigger.Of(Sort.Trigger) is { Event.Form: TriggerForm.Noun or TriggerForm.Event } && trigger.End - trigger.First <= 2;

    // "bombs", "a car bomb", but not "the explosion" or "an attack".
    private bool IsWeapon(Mark trigger) => analysis.GrammarAt(trigger.End - 1, trigger.End, "Weapon").Entry is not null;

    // "CONTEXT", "Earlier incidents on this road: yes, 9 Feb", "Rappel : …": what stands there is old.
    private bool IsUnderPastHeading(Sentence sentence)
    {
        int first = sentence.First;
        while (first > 0 && sentence.First - first < ParagraphReach && !analysis.Document.GapBefore(first).Contains('\n')) first--;
        return IsPastHeading(first) || _pastHeadings.Value.Contains(first) || (sentence.Heading >= 0 && IsPastHeading(analysis.Sentences[sentence.Heading].First));
    }

    private bool IsPastHeading(int first) => analysis.GrammarAt(first, analysis.Words.Count, "PastHeading").Entry is not null;

    // Told for another reason than its own: a trial, an anniversary, a count, an exercise, a false report.
    private bool IsFramed(Sentence sentence)
    {
        foreach (Mark mark in analysis.Marks(sentence.First, sentence.End))
        {
            if (mark.IsCue("Court") || mark.IsCue("Past") || mark.IsCue("Total") || mark.IsCue("Drill") || mark.IsCue("False") || mark.IsCue("Withdrawn")) return true;
        }

        return false;
    }

    // "Gunmen killed six people at a stadium": the armed who did it say that it is neither sport nor accident.
    private static bool IsHarmful(EventMention mention) => mention.Tolls.Exists(t => t.Count.Estimate > 0);

    private static bool IsArmed(EventMention mention) => mention.Doers.Exists(d => d.Noun.CanAct);

    /// <summary>Whether a time lies before the days of news.</summary>
    public bool IsOld(TimeMention time) => time is { From: not null, To: { } to, IsOfOther: false } && to < News;

    /// <summary>The first day that is news; what a bulletin covers is, however far back.</summary>
    public DateOnly News => _period.Value is { } first && first < DaysBack(NewsDays) ? first : DaysBack(NewsDays);

    private DateOnly DaysBack(int days) => reference.AddDays(-Math.Min(days, reference.DayNumber));

    private Mark? Cue(string key, int first, int end) => analysis.Cue(key, first, end);

    private string Quote(string reason, Mark cue) => $"{reason} (\"{analysis.Document.TextOf(cue.First, cue.End)}\")";
}
