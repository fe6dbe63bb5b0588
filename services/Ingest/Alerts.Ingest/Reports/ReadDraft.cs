using Alerts.Reading;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Makes a draft of what a reader found, with the evidence for each field. Pure.
internal static class ReadDraft
{
    public static ReportDraft Of(ReadReport read, TextRequest request, DateTimeOffset now, bool alone)
    {
        var evidence = new List<(string Field, TextSpan Span)>
        {
            (read.SubEventType is null ? "local_type" : "sub_event_type", read.TypeEvidence),
            ("sites[0]", read.Place.Evidence),
        };
        Note("occurred", read.Time.Evidence);
        Note("casualties[0].killed", read.Killed?.Evidence);
        Note("casualties[0].wounded", read.Wounded?.Evidence);
        Note("actors[0]", read.Actor?.Evidence);
        Note("occurred.ongoing", read.OngoingEvidence);
        for (int i = 0; i < read.Targets.Count; i++)
            Note($"targets[{i}]", read.Targets[i].Evidence);
        bool said = read.Standing.Standing != Standing.Reported || read.Standing.Claimant is not null;
        Note("statements[0]", said ? read.Standing.Evidence : null);
        (int from, string text) = Excerpt.Of(request.Text, evidence.Where(e => e.Field != "occurred").Select(e => e.Span), alone);
        return new ReportDraft
        {
            Type = new EventKind(read.SubEventType, read.LocalType),
            Sites = [new SiteDraft(PlaceOf(read.Place), [])],
            Occurred = TimeOf(read, now),
            Source = request.Source,
            Text = text,
            Casualties = read.Killed is null && read.Wounded is null ? [] : [new CasualtyStatement { Killed = read.Killed?.Count, Wounded = read.Wounded?.Count }],
            Statements = said ? [new Statement(read.Standing.Claimant is { } kind ? new Claimant("", kind) : null, StatementSubject.Event, read.Standing.Standing, "")] : [],
            Actors = read.Actor is { } actor ? [new Actor(Short(actor.Name), actor.Type, ActorRole.Perpetrator)] : [],
            Targets = [.. read.Targets.Select(t => t.Kind)],
            Tlp = request.Tlp,
            Exercise = request.Exercise,
            Evidence = [.. evidence.Where(e => e.Span.Start >= from && e.Span.Start + e.Span.Length <= from + text.Length).Select(e => new Evidence(e.Field, e.Span.Start - from, e.Span.Length))],
        };

        void Note(string field, TextSpan? span)
        {
            if (span is { } found)
                evidence.Add((field, found));
        }
    }

    private static PlaceReference PlaceOf(ReadPlace place) => place.GeonameId is { } id && place.Precision != PlacePrecision.Point
        ? new PlaceReference { GeonamesId = id, Precision = place.Precision }
        : new PlaceReference { Point = place.Point, Precision = place.Precision, Label = place.GeonameId is null ? "" : Short(place.Name) };

    // "This evening", read at noon, is not yet a start that can be named: the day is.
    private static OccurredDraft TimeOf(ReadReport read, DateTimeOffset now)
    {
        bool byInstant = read.Time.Precision <= TimePrecision.PartOfDay && read.Time.Start <= now;
        return new OccurredDraft
        {
            Start = byInstant ? read.Time.Start.ToUniversalTime() : null,
            LocalDate = byInstant ? "" : read.Time.LocalDate.ToString("yyyy-MM-dd"),
            Precision = byInstant || read.Time.Precision >= TimePrecision.Day ? read.Time.Precision : TimePrecision.Day,
            Ongoing = read.IsOngoing ? true : null,
        };
    }

    private static string Short(string name) => new([.. name.Where(c => !char.IsControl(c)).Take(ReportLimits.NameLength)]);
}
