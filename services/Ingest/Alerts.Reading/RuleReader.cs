using Alerts.Gazetteer;
using Alerts.Reading.Dates;
using Alerts.Reading.Events;
using Alerts.Reading.Examples;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Reading.Reports;
using Alerts.Terms;
using Language = Alerts.Reading.Lexicons.Language;

namespace Alerts.Reading;

/// <summary>Reads English and French texts with authored lexicons and small grammars.</summary>
/// <remarks>
/// Frame, countries and places, then sentence by sentence times, nouns and events; what is background is set aside with its reason; mentions of
/// one event are merged; one report an event. What is not said stays null. Immutable and thread safe: make one and share it. Time grows linearly
/// with the text, without regular expressions.
/// </remarks>
public sealed class RuleReader : ITextReader
{
    private const int MostNotes = 50;

    // Where a text was filed counts a little more than a country that it names once.
    private const double FiledCount = 1.25;

    // What a title says happened somewhere counts like a country that the text names, where it names none for sure.
    private const double TitleCount = 1;

    // How many days after its own day a text may be sent on.
    private const int DaysToSend = 3;

    private readonly PlaceIndex _index;
    private readonly Lexicon _lexicon = new();
    private readonly AdminAreas _areas;
    private readonly NewsScale _scale = new();
    private readonly RoleScale _roles = new();

    // By language; loaded by the first text that needs it.
    private readonly Dictionary<string, Lazy<ExampleScale>> _examples;

    /// <summary>Makes a reader; loads the lexicons, some tens of milliseconds.</summary>
    /// <param name="places">The gazetteer; shared.</param>
    public RuleReader(PlaceIndex places)
    {
        _index = places;
        _areas = new AdminAreas(places, _lexicon.Regions);
        _examples = _lexicon.Languages.Values.ToDictionary(l => l.Code, l => new Lazy<ExampleScale>(() => ExampleScale.Of(l)));
    }

    /// <inheritdoc/>
    public ReadingResult Read(TextInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var document = new Document(input.Text);
        if (input.Language is { } code && !_lexicon.Languages.ContainsKey(code))
            return new ReadingResult([], [$"The language \"{code}\" is not read yet; English and French are."]);
        if (document.Words.Count == 0) return new ReadingResult([], ["The text has no words."]);
        Language language = input.Language is { } given ? _lexicon.Languages[given] : LanguageGuess.Of(document, _lexicon);
        var analysis = new Analysis(document, language);
        var notes = new List<string>();
        var received = DateOnly.FromDateTime(input.ReceivedAt.DateTime);
        Dateline dateline = DatelineFinder.Find(analysis, input.DatelineDate ?? received);
        DateOnly reference = input.DatelineDate ?? dateline.Date ?? received;
        if (input.DatelineDate is null && dateline.Date is null) notes.Add($"No dateline: days are read from when the text was received, {received:yyyy-MM-dd}.");
        var countries = new CountryTally(document, _lexicon, _index, dateline, input.Title, input.CountryHint);
        var people = new PeopleNames(analysis, _lexicon, countries);
        var finder = new PlaceFinder(_index, _lexicon, _areas, analysis, countries, people);
        PlaceMention? filed = finder.Filed(dateline);

        // A town of a dateline that the gazetteer does not know is no agency's seat: its country counts, where a people's name is told from its country's.
        if ((filed?.CountryCode ?? (document.CapitalsTell ? finder.CountryOf(dateline) : null)) is { } country) countries.Add(country, FiledCount);
        if (!countries.IsSure && TitleOf(input, language, input.CountryHint) is { Place: { IsUnknown: false, CountryCode: { } told } }) countries.Add(told, TitleCount);

        // "BIU, May 21": a small town of a dateline is known by what the text names.
        finder.LetNamesSpeak(dateline.First, dateline.End, TownsOf(input, language));
        filed ??= finder.Filed(dateline) ?? finder.Sender();
        if (filed is null && (filed = finder.FiledAlone(dateline)) is { CountryCode: { } alone }) countries.Add(alone, FiledCount);
        if (countries.IsEmpty && CountryOfTitle(input, language) is { } titled) countries.Add(titled, TitleCount);
        var form = IncidentForm.Of(analysis);
        var reading = new TextReading(analysis, countries, finder.Find(dateline.First, dateline.End, form?.PlaceValues ?? []), form, people, reference, dateline);
        reading.Run();
        if (IsDebunking(input.Title, language)) reading.SetAllAside(BackgroundKind.Denied, "the title says that it is false");
        reading.FillDays();
        reading.Weigh(_scale);
        new ExampleReading(analysis, _examples[language.Code], dateline, form?.IsOnlyOne == true).Judge(reading);
        reading.BorrowDays();
        return Result(input, reading, new PlaceChooser(analysis, _areas, countries, reading.Places, reading.Drafts, reading.Sections, form, TitleOf(input, language, countries.Main), filed, input.CountryHint), new ReportBuilder(analysis, _index, _roles, DayOf(input.Title, language, reference) ?? DayOfHead(dateline, reference) ?? reference, dateline.Date is not null), notes);
    }

    // The title is read by itself, with the countries that the text names.
    private TitlePlace? TitleOf(TextInput input, Language language, string? hint)
    {
        if (string.IsNullOrEmpty(input.Title)) return null;
        var analysis = new Analysis(new Document(input.Title), language);
        return analysis.Words.Count == 0 ? null : TitlePlace.Of(analysis, PlacesOf(analysis, input.Text, hint));
    }

    // "Conakry : lycéens et forces de l'ordre face à face": of a text that names no country, that of the first town of its title.
    private string? CountryOfTitle(TextInput input, Language language)
    {
        if (string.IsNullOrEmpty(input.Title)) return null;
        var analysis = new Analysis(new Document(input.Title), language);
        return analysis.Words.Count == 0 ? null : PlacesOf(analysis, input.Text, null).FirstOrDefault(p => p is { IsUnknown: false, CountryCode: not null } && (p.IsLocative || TitlePlace.Heads(analysis, p)))?.CountryCode;
    }

    // Towns of the title, by their folded names.
    private string[] TownsOf(TextInput input, Language language)
    {
        if (string.IsNullOrEmpty(input.Title)) return [];
        var analysis = new Analysis(new Document(input.Title), language);
        return analysis.Words.Count == 0 ? [] : [.. FinderOf(analysis, input.Text, null).SetOff()];
    }

    private List<PlaceMention> PlacesOf(Analysis title, string text, string? hint)
    {
        return FinderOf(title, text, hint).Find(0, 0, []);
    }

    private PlaceFinder FinderOf(Analysis title, string text, string? hint)
    {
        var countries = new CountryTally(title.Document, _lexicon, _index, Dateline.None, text, hint);
        return new PlaceFinder(_index, _lexicon, _areas, title, countries, new PeopleNames(title, _lexicon, countries));
    }

    // "No, the school of Dapaong was not attacked", "Rumeur : …", "No bomb in Jalalabad"; but "No, the gang leader is not dead" takes nothing back of how they tried.
    private static bool IsDebunking(string? title, Language language)
    {
        if (string.IsNullOrEmpty(title)) return false;
        var analysis = new Analysis(new Document(title), language);
        if (analysis.Words.Count == 0) return false;
        if (analysis.GrammarAt(0, analysis.Words.Count, "Debunks") is { Entry: not null, Count: var count } && analysis.Document.GapAfter(count - 1).ContainsAny(',', ':')) return !OnlyTellsHarm(analysis);
        int none = 0;
        while (none < analysis.Words.Count && analysis.Is(none, WordClass.None | WordClass.Of)) none++;
        return none > 0 && analysis.At(none) is { } mark && mark.Of(Sort.Harm) is null && mark.Of(Sort.Trigger) is { Event.Form: TriggerForm.Noun };
    }

    private static bool OnlyTellsHarm(Analysis title)
    {
        Mark[] told = [.. title.Marks(0, title.Words.Count).Where(m => m.Of(Sort.Harm) is not null || m.Of(Sort.Trigger) is not null)];
        return told.Length > 0 && told.All(m => m.Of(Sort.Harm) is not null);
    }

    // "DAY SHEET FRI 4 OCT 2019 - copied Sat 5 Oct": what has no day of its own is of the day that the text is headed by.
    private static DateOnly? DayOfHead(Dateline dateline, DateOnly reference) =>
        dateline.Date is { } day && day < reference && reference.DayNumber - day.DayNumber <= DaysToSend ? day : null;

    // "Daily summary, 8 November": the only day that the title names is that of what has none; "Tuesday mission?" asks about a day to come.
    private static DateOnly? DayOf(string? title, Language language, DateOnly reference)
    {
        if (string.IsNullOrEmpty(title) || title.EndsWith('?')) return null;
        var analysis = new Analysis(new Document(title), language);
        var times = new TimeFinder(analysis, reference);
        DateOnly?[] days = [.. analysis.Sentences.SelectMany(times.Find).Where(t => t is { From: not null, Precision: TimePrecision.Day, IsSince: false } && t.From == t.To).Select(t => t.From).Distinct().Take(2)];
        return days is [var only] && only <= reference ? only : null;
    }

    private static ReadingResult Result(TextInput input, TextReading reading, PlaceChooser places, ReportBuilder builder, List<string> notes)
    {
        List<ReadReport> reports = [];
        List<ReadReport> unplaced = [];
        List<BackgroundEvent> background = [.. reading.Background];
        SummedTolls.LeaveOut(reading.Drafts);
        foreach (EventDraft draft in reading.Drafts)
        {
            TextSpan evidence = reading.Analysis.Document.SpanOf(draft.Lead.Trigger.First, draft.Lead.Trigger.End);
            if (draft.Weight < NewsScale.Least)
            {
                (BackgroundKind kind, string reason) = draft.First.Background ?? (BackgroundKind.General, "the text says too little about one certain event");
                background.Add(new BackgroundEvent(evidence, kind, reason, draft.IsOlder ? draft.Time?.From : null));
                continue;
            }

            (ReadPlace? place, string? assumption) = places.Choose(draft);
            if (place is null)
            {
                background.Add(new BackgroundEvent(evidence, BackgroundKind.Unplaced, "the text names no country for it", null));
                continue;
            }

            ReadReport report = builder.Build(draft, reading.SentencesOf(draft), place, assumption, reading.OnlyGroupFor(draft));
            (place.Precision == PlacePrecision.Country ? unplaced : reports).Add(report);
            if (place.Precision == PlacePrecision.Country) notes.Add($"No report for \"{Words(input, report.TypeEvidence)}\": the text names no place for it that the gazetteer knows.");
            else if (assumption is not null) notes.Add($"The place of \"{Words(input, report.TypeEvidence)}\" is assumed: {assumption}.");
        }

        foreach (BackgroundEvent left in background)
            notes.Add($"Left out \"{Words(input, left.Evidence)}\": {left.Reason}.");
        if (reports.Count == 0 && unplaced.Count == 0 && background.Count == 0) notes.Add("No word in the text says that something happened.");
        return new ReadingResult(reports, notes.Count > MostNotes ? [.. notes.Take(MostNotes), "More was left out for the same reasons."] : notes)
        {
            Background = background,
            Unplaced = unplaced,
            DetectedLanguage = reading.Analysis.Language.Code,
            ReferenceDate = reading.Reference,
        };
    }

    private static string Words(TextInput input, TextSpan span) => input.Text.Substring(span.Start, span.Length);
}
