using System.Globalization;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Weighs how much a text says about one certain event, against speaking of such events in general.</summary>
/// <remarks>
/// A sum of signs, each present or not, with the weights of news-scale.txt: a logistic regression on the development texts, rounded. The sum is the
/// log odds that the event would be reported; its sigmoid is the confidence of the type.
/// </remarks>
internal sealed class NewsScale
{
    /// <summary>Events below this are left out as too general. Chosen for the best F1 of events on the development texts.</summary>
    public const double Least = -0.5;

    private const int Massive = 100;
    private const int MostMentions = 4;

    // A text no longer than this is a message that says one thing: what happened now.
    public const int MessageWords = 60;

    // Behind this word of a text nothing is farther down.
    private const double FarDown = 400;

    private readonly Dictionary<string, double> _weights = LexiconFile.Entries("news-scale.txt")
        .ToDictionary(e => e.Key, e => double.Parse(e.Phrases[0], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>What is added for an event dated before the days of news in a text that tells news, too.</summary>
    public double BesideNews => _weights.GetValueOrDefault("Older.BesideNews");

    public double Weigh(EventDraft draft, Analysis analysis, TextSigns text) => Signs(draft, analysis, text).Sum(sign => sign.Value * _weights.GetValueOrDefault(sign.Name));

    /// <summary>The signs of an event that are present, by their names in the data file.</summary>
    public static IEnumerable<(string Name, double Value)> Signs(EventDraft draft, Analysis analysis, TextSigns text)
    {
        yield return ("Bias", 1);
        foreach (string form in draft.Mentions.Where(m => m.Kind.Detail != EventFinder.HarmOnly).Select(m => $"Form.{m.Kind.Form}").Distinct()) yield return (form, 1);
        yield return ($"Group.{draft.Group}", 1);
        yield return ($"Type.{draft.Sub}", 1);
        if (analysis.Words.Count <= MessageWords && !draft.IsOlder) yield return ("Message", 1);
        if (draft.IsOlder) yield return ("Older", 1);
        if (draft.Mentions.Exists(m => m.IsHeaded)) yield return ("Heading", 1);
        yield return ("Mentions", Math.Min(MostMentions, draft.Mentions.Count));
        yield return ("FarDown", Math.Min(1, draft.First.Sentence.First / FarDown));
        foreach ((string, double) sign in text.Of(draft)) yield return sign;
        foreach (string name in Whole(draft, analysis).Concat(People(draft)).Concat(Tolls(draft))) yield return (name, 1);
        if (draft.Lead.IsBombing) yield return ("Bombing", 1);
        foreach (string cue in (string[])["General", "Condemn", "Denied", "Claimed", "Suspected", "Investigation", "Seized", "SAYER.Authorities"])
        {
            if (draft.Mentions.Exists(m => analysis.HasCue(cue, m.Sentence.First, m.Sentence.End))) yield return ($"Cue.{cue}", 1);
        }
    }

    private static IEnumerable<string> Whole(EventDraft draft, Analysis analysis)
    {
        if (draft.First.Sentence.End == analysis.Sentences[0].End) yield return "Lead";
        if (draft.Time is { From: not null, Precision: <= TimePrecision.Day }) yield return "Day";
        if (draft.Mentions.Exists(m => m.Place is { Precision: <= PlacePrecision.City } or { IsUnknown: true })) yield return "City";
        if (draft.Mentions.TrueForAll(m => m.Kind.Form is TriggerForm.Noun or TriggerForm.KillNoun && analysis.Words[m.Trigger.End - 1].Text.EndsWith('s'))) yield return "Plural";
        if (draft.Mentions.Exists(m => m.Triggers.Exists(t => t.Of(Sort.Trigger)?.Event is { Form: TriggerForm.Kill }))) yield return "Kill";
        if (draft.Mentions.Exists(m => SpeaksOfUs(m.Sentence, analysis))) yield return "FirstPerson";
    }

    private static bool SpeaksOfUs(Sentence sentence, Analysis analysis)
    {
        for (int word = sentence.First; word < sentence.End; word++)
        {
            if (analysis.GrammarAt(word, sentence.End, "FirstPerson").Entry is not null) return true;
        }

        return false;
    }

    private static IEnumerable<string> People(EventDraft draft)
    {
        List<Noun> targets = [.. draft.Mentions.SelectMany(m => m.Targets)];
        if (targets.Count == 0) yield return "Target.None";
        if (targets.Exists(t => t.Name is not null || t.IsName)) yield return "Target.Named";
        if (targets.Exists(t => t.Number is not null)) yield return "Target.Counted";
        if (targets.Exists(t => t.IsOne)) yield return "Target.One";
        if (targets.Exists(t => t.IsThing)) yield return "Target.Thing";
        if (targets.Exists(t => t.IsPerson)) yield return "Target.Person";
        if (targets.Count > 0 && targets.TrueForAll(t => t.IsState || t.Target == TargetKind.SecurityForces || (t.IsRole && !t.IsPerson))) yield return "Target.Armed";
        List<Doer> doers = [.. draft.Mentions.SelectMany(m => m.Doers)];
        if (doers.Count > 0) yield return "Doer";
        if (doers.Exists(d => d.Noun.IsState)) yield return "Doer.State";
        if (doers.Exists(d => d.Noun.Actor is not null)) yield return "Doer.Named";
    }

    private static IEnumerable<string> Tolls(EventDraft draft)
    {
        List<Casualties.Toll> tolls = [.. draft.Mentions.SelectMany(m => m.Tolls)];
        if (tolls.Exists(t => t.Count.Estimate > 0)) yield return "Toll";
        if (tolls.Exists(t => t.Count.Estimate >= Massive)) yield return "Toll.Massive";
        if (tolls.Exists(t => t.Count.Estimate == 0)) yield return "Toll.Nobody";
        if (tolls.Exists(t => t.IsVague)) yield return "Toll.Vague";
        if (tolls.Count > 0 && tolls.TrueForAll(t => t.OfAttackers || t.Who is { Target: TargetKind.SecurityForces })) yield return "Toll.Armed";
    }
}
