using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Examples;

/// <summary>Corrects by examples what the rules read: takes what no lexicon has a word for, leaves out what only sounds like an event, weighs the events of a report, and says what kind they are of where their words say less than their sentence.</summary>
/// <remarks>Its figures were chosen on texts of writers who wrote none of the examples: decision 0049.</remarks>
internal sealed class ExampleReading(Analysis analysis, Lazy<ExampleScale> scale, Dateline dateline, bool isForm)
{
    // A text or an entry no longer than this, in words, says one thing.
    private const int MessageWords = NewsScale.MessageWords;

    // More entries than this are a table to import; the limit keeps the time of a text of 100 kB.
    private const int MostEntries = 100;

    // Longer texts are speeches and essays, of which the examples know nothing.
    private const int ReportWords = 250;

    // Log odds from which a message reports an event; the same where the rules found an accident, sport or the like.
    private const double Told = 0.5;
    private const double ToldForSure = 3;

    // The same of an entry or a sentence that says where, and of a form for incidents, which is filled in because there was one.
    private const double ToldPlaced = 2;

    // From which a sentence of a report does in which the rules find no event, where they find none elsewhere.
    private const double ToldAlone = 5;

    // Below which a message reports nothing though a word in it says so.
    private const double NotTold = -6;

    // How much the sentence that tells an event best says for it, beside the news scale; nothing against one with a day and a town.
    private const double Slope = 0.12;
    private const double Offset = 0.4;
    private const double Certain = 6;

    // A kind of this share takes the place of one that has less than the other.
    private const double Likely = 0.9;
    private const double Unlikely = 0.05;

    private readonly Dictionary<(int First, int End), ExampleVerdict> _verdicts = [];

    public void Judge(TextReading reading)
    {
        if (reading.IsSetAside) return;

        // The examples are written in small letters, and telexes in capitals tell of other times.
        if (analysis.Words.Count is > MessageWords and <= ReportWords && !analysis.Document.IsInCapitals)
        {
            foreach (EventDraft draft in reading.Drafts) draft.Weight += BestOf(draft);
            if (!reading.Drafts.Any(IsTold) && !reading.IsOfCourt) TakeSurest(reading, isForm ? ToldPlaced : ToldAlone);
            if (!reading.IsOfCourt) TakeDated(reading);
        }
        else if (analysis.Words.Count <= MessageWords && !reading.IsOfCourt && reading.Drafts.Any(IsTold) && analysis.Sentences[^1].Paragraph > analysis.Sentences[0].Paragraph)
        {
            // A message of several paragraphs is a short report.
            TakeDated(reading);
        }

        foreach (Sentence[] message in Messages().TakeWhile(_ => !reading.IsFull)) Judge(reading, message);
        if (analysis.Words.Count > ReportWords || analysis.Document.IsInCapitals) return;
        EventDraft[] told = [.. reading.Drafts.Where(IsTold)];
        foreach (EventDraft draft in told) JudgeKind(draft, isMessage: told.Length == 1 && analysis.Words.Count <= MessageWords);
    }

    // "They attacked the post and fled when the soldiers held it" was a fight, "explosions" under a drone came from the air: a word may say less than its sentence, or, where a message tells one event only, than the message.
    private void JudgeKind(EventDraft draft, bool isMessage)
    {
        ExampleVerdict verdict = isMessage ? Weigh(Behind(analysis.Sentences[0]), analysis.Sentences[^1].End) : Weigh(draft.First.Sentence);
        if (verdict.ShareOf(draft.Kind) is not < Unlikely || verdict.ShareOf(verdict.Kind) < Likely || !EventGroups.MayBeOf(verdict.Kind, draft.Doers)) return;
        if (isMessage || draft.First.Sentence.Item > 0 ? IsCloserInMessage(verdict.Kind, draft.Kind) : IsCloser(verdict.Kind, draft.Kind)) draft.Judged = verdict.Kind;
    }

    // Whether a kind says more closely what a word for another one leaves open, in a report, of which one sentence says only so much.
    private static bool IsCloser(EventKind kind, EventKind told) => told.Sub switch
    {
        SubEventType.Attack => kind.Sub == SubEventType.ArmedClash || EventGroups.IsBlast(kind),
        SubEventType.RemoteExplosiveLandmineIed => EventGroups.IsBlast(kind),
        SubEventType.NonStateActorOvertakesTerritory => kind.Sub == SubEventType.ArmedClash,
        _ => false,
    };

    // In a message all may mean something closer but marches and riots, weapons found, shells, what comes from the air and rape, which nobody speaks of otherwise.
    private static bool IsCloserInMessage(EventKind kind, EventKind told) => kind.Sub != SubEventType.Attack && EventGroups.Of(told) != EventGroup.Unrest
        && told.Sub is not (SubEventType.DisruptedWeaponsUse or SubEventType.ShellingArtilleryMissileAttack or SubEventType.AirDroneStrike or SubEventType.SexualViolence);

    private double BestOf(EventDraft draft)
    {
        double best = (Slope * draft.Mentions.Max(m => Math.Clamp(Weigh(m.Sentence).LogOdds, -Certain, Certain))) - Offset;
        return HasDayAndTown(draft) ? Math.Max(0, best) : best;
    }

    private static bool HasDayAndTown(EventDraft draft) => draft is { Time: { From: not null, Precision: <= TimePrecision.Day }, Place: { } place } && IsTown(place);

    private static bool IsTold(EventDraft draft) => draft.Weight >= NewsScale.Least;

    private void Judge(TextReading reading, Sentence[] message)
    {
        (int first, int end) = (Behind(message[0]), message[^1].End);
        EventDraft[] drafts = [.. reading.Drafts.Where(d => d.First.Sentence.First >= message[0].First && d.First.Sentence.First < end)];
        bool entry = message[0].Item > 0;
        bool told = Array.Exists(drafts, IsTold);
        if (told ? entry : IsTakenBack(first, end) || (entry && !IsPlaced(reading, message))) return;
        BackgroundKind[] aside = told ? [] : [.. reading.SetAside(first, end).Where(kind => kind != BackgroundKind.General)];
        if (aside.Length > 0)
        {
            if (Array.TrueForAll(aside, IsOfThePast)) TakeBeside(reading, message);
            return;
        }

        ExampleVerdict verdict = Weigh(first, end);
        if (told) LeaveOut(drafts, verdict.LogOdds);
        else if (verdict.LogOdds >= (reading.SetAside(first, end).Any() ? ToldForSure : entry ? ToldPlaced : Told)) Take(reading, message, drafts, verdict);
    }

    // "Men came over the stream on Saturday night. In May the same road was closed for a week": what is old in one sentence says nothing of another.
    private void TakeBeside(TextReading reading, Sentence[] message)
    {
        foreach (Sentence sentence in message.Where(s => IsOpen(reading, s)))
        {
            if (Weigh(sentence) is { LogOdds: >= ToldForSure } verdict) Take(reading, [sentence], [], verdict);
        }
    }

    private static bool IsOfThePast(BackgroundKind kind) => kind is BackgroundKind.Past or BackgroundKind.Total or BackgroundKind.Court;

    private IEnumerable<Sentence[]> Messages() =>
        analysis.Words.Count <= MessageWords && !analysis.Sentences.Any(s => s.Item > 1) ? [[.. analysis.Sentences]]
            : isForm ? [] : analysis.Sentences.Where(s => s.Item > 0).GroupBy(s => s.Item, (_, entry) => entry.ToArray()).Where(entry => entry[^1].End - entry[0].First <= MessageWords).Take(MostEntries);

    // Of a longer text only entries that say where: others are points of a speech as often as events.
    private static bool IsPlaced(TextReading reading, Sentence[] entry) =>
        reading.Sections.PlaceOver(entry[0]) is not null || reading.Places.Any(p => p.First >= entry[0].First && p.End <= entry[^1].End && (p.IsUnknown || p.Precision <= PlacePrecision.City));

    // "Column in Téra: two partners say nothing of the sort".
    private bool IsTakenBack(int first, int end) => analysis.HasCue("False", first, end) || analysis.HasCue("Withdrawn", first, end) || analysis.HasCue("Rumour", first, end);

    private static void Take(TextReading reading, IReadOnlyList<Sentence> sentences, EventDraft[] drafts, ExampleVerdict verdict)
    {
        if ((drafts.Length > 0 ? drafts[0] : reading.TakeWhole(sentences, verdict.Kind, verdict.Word)) is { } draft) draft.Weight = Math.Max(draft.Weight, verdict.LogOdds);
    }

    // "He shot the whole wedding with one camera": a verb alone may mean anything. Nouns ("a shooting"), the dead and wounded, and the armed who did it leave no doubt.
    private static void LeaveOut(EventDraft[] drafts, double odds)
    {
        if (odds > NotTold) return;
        foreach (EventDraft draft in drafts.Where(d => !HasDayAndTown(d) && d.Mentions.TrueForAll(IsVerbAlone)))
        {
            draft.Weight = odds;
            draft.First.Background ??= (BackgroundKind.General, "messages like this one report nothing");
        }
    }

    private static bool IsVerbAlone(EventMention mention) => mention.Kind.Form is TriggerForm.Verb or TriggerForm.Kill && !mention.IsMurder
        && !mention.Doers.Exists(d => d.Noun.CanAct) && !mention.Tolls.Exists(t => t.Count.Estimate > 0);

    // "The riders asked for the keeper of the granaries. The old man got a bullet": the sentence of a report that most surely tells something.
    private void TakeSurest(TextReading reading, double least)
    {
        (Sentence Sentence, ExampleVerdict Verdict)[] sure = [.. analysis.Sentences.Where(s => IsOpen(reading, s)).Select(s => (s, Weigh(s))).Where(s => s.Item2.LogOdds >= least)];
        if (sure.Length > 0 && sure.MaxBy(s => s.Verdict.LogOdds) is var surest) Take(reading, [surest.Sentence], [], surest.Verdict);
    }

    // "On Friday six fishermen did not come back to Baga Sola": a sentence with a town and a day of which the report tells nothing else there.
    private void TakeDated(TextReading reading)
    {
        foreach (Sentence sentence in analysis.Sentences.Where(s => IsOpen(reading, s)))
        {
            if (TownOf(reading, sentence) is not { } town || reading.NewsDayOf(sentence) is not { } day) continue;
            if (reading.Drafts.Any(d => IsTold(d) && d.Time is { From: not null } time && time.MayBe(day) && !IsElsewhere(d, town))) continue;
            if (Weigh(sentence) is { LogOdds: >= ToldPlaced } verdict) Take(reading, [sentence], [], verdict);
        }
    }

    // A sentence in which the rules find nothing, not even something to set aside.
    private bool IsOpen(TextReading reading, Sentence sentence) => sentence.End > dateline.End && !reading.SetAside(Behind(sentence), sentence.End).Any()
        && !reading.Drafts.Any(d => d.Mentions.Exists(m => m.Sentence.First < sentence.End && m.Sentence.End > sentence.First));

    private static PlaceMention? TownOf(TextReading reading, Sentence sentence) =>
        reading.Places.FirstOrDefault(p => p.First >= sentence.First && p.End <= sentence.End && p.IsLocative && IsTown(p));

    private static bool IsTown(PlaceMention place) => place.IsUnknown || place.Precision <= PlacePrecision.City;

    // Of a village that no gazetteer knows all that can be said is that it is named here.
    private static bool IsElsewhere(EventDraft draft, PlaceMention town) =>
        draft.Place is { } place && IsTown(place) && (place.IsUnknown || town.IsUnknown ? place.First != town.First : !place.IsAt(town));

    private int Behind(Sentence sentence) => dateline.End < sentence.End ? Math.Max(dateline.End, sentence.First) : sentence.First;

    private ExampleVerdict Weigh(Sentence sentence) => Weigh(Behind(sentence), sentence.End);

    private ExampleVerdict Weigh(int first, int end)
    {
        if (!_verdicts.TryGetValue((first, end), out ExampleVerdict? verdict)) _verdicts.Add((first, end), verdict = scale.Value.Weigh(analysis, first, end));
        return verdict;
    }
}
