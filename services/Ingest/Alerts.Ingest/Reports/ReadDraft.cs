using Alerts.Reading;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Makes a draft of what a reader found, with the evidence for each field. Pure.
internal static class ReadDraft
{
    // Body: the text that the reader's spans point into.
    public static ReportDraft Of(ReadReport read, TextRequest request, string body, DateTimeOffset now, bool alone)
    {
        string type = read.SubEventType is null ? "local_type" : "sub_event_type";
        var evidence = new List<(string Field, ReadSlot Slot, TextSpan Span)> { (type, ReadSlot.Type, read.TypeEvidence), ("sites[0]", ReadSlot.Place, read.Place.Evidence) };
        Note("occurred", ReadSlot.Time, read.Time.Evidence);
        IReadOnlyList<ReadToll> tolls = TollsOf(read);
        for (int i = 0; i < tolls.Count; i++)
        {
            Note($"casualties[{i}].{(tolls[i].OfAttackers ? "attackers_killed" : "killed")}", ReadSlot.Killed, tolls[i].Killed?.Evidence);
            Note($"casualties[{i}].wounded", ReadSlot.Wounded, tolls[i].Wounded?.Evidence);
        }


        // Whom the text does not call the doer stands in no report; the reason says so.
        ReadActor? doer = read.Actor is { Attribution: not Attribution.Assumed } named ? named : null;
        Note("actors[0]", ReadSlot.Actor, doer?.Evidence);
        Note("occurred.ongoing", ReadSlot.Time, read.OngoingEvidence);
        for (int i = 0; i < read.Targets.Count; i++)
            Note($"targets[{i}]", ReadSlot.Targets, read.Targets[i].Evidence);
        IReadOnlyList<ReadStanding> said = StandingsOf(read);
        for (int i = 0; i < said.Count; i++)
            Note($"statements[{i}]", ReadSlot.Standing, said[i].Evidence);
        (int from, string text) = Excerpt.Of(body, evidence.Where(e => e.Field != "occurred").Select(e => e.Span), alone);
        return new ReportDraft
        {
            Type = new EventKind(read.SubEventType, read.LocalType),
            Sites = [new SiteDraft(PlaceOf(read.Place), [])],
            Occurred = TimeOf(read, now),
            Source = request.Source,
            Text = text,
            Casualties = [.. tolls.Select(StatementOf)],
            Statements = [.. said.Select(s => new Statement(s.Claimant is { } kind ? new Claimant("", kind) : null, StatementSubject.Event, s.Standing, ""))],
            Actors = doer is null ? [] : [new Actor(Short(doer.Name), doer.Type, ActorRole.Perpetrator)],
            Targets = [.. read.Targets.Select(t => t.Kind)],
            Tlp = request.Tlp,
            Recipients = request.Recipients,
            Exercise = request.Exercise,
            Evidence =
            [
                .. evidence.Where(e => e.Span.Start >= from && e.Span.Start + e.Span.Length <= from + text.Length)
                    .Select(e => new Evidence(e.Field, e.Span.Start - from, e.Span.Length) { Confidence = read.Confidence.GetValueOrDefault(e.Slot) }),
                .. read.Reasons.OrderBy(r => r.Key).Select(r => new Evidence(FieldOf(r.Key, type), 0, 0) { Confidence = read.Confidence.GetValueOrDefault(r.Key), Reason = r.Value }),
            ],
            TextStart = from,
        };

        void Note(string field, ReadSlot slot, TextSpan? span)
        {
            if (span is { Length: > 0 } found)
                evidence.Add((field, slot, found));
        }
    }

    // What counts for the event, unless nothing in the text says it, and who calls the event false.
    private static IReadOnlyList<ReadStanding> StandingsOf(ReadReport read)
    {
        bool said = read.Standing.Standing != Standing.Reported || read.Standing.Claimant is not null;
        return [.. said ? [read.Standing] : Array.Empty<ReadStanding>(), .. read.Denial is { } denial && denial != read.Standing ? [denial] : Array.Empty<ReadStanding>()];
    }

    private static string FieldOf(ReadSlot slot, string type) => slot switch
    {
        ReadSlot.Type => type,
        ReadSlot.Place => "sites[0]",
        ReadSlot.Time => "occurred",
        ReadSlot.Actor => "actors",
        ReadSlot.Targets => "targets",
        ReadSlot.Killed => "casualties[0].killed",
        ReadSlot.Wounded => "casualties[0].wounded",
        _ => "statements[0]",
    };

    // What the text as a whole says of the victims, and each claimant's first figures where claimants differ; attackers' losses apart. Who alone is
    // quoted speaks through the text: a later toll of the same source then takes the place of the earlier one, whoever was quoted for it.
    private static IReadOnlyList<ReadToll> TollsOf(ReadReport read)
    {
        IEnumerable<ReadToll> whole = read.Killed is null && read.Wounded is null ? [] : [new ReadToll(read.Killed, read.Wounded, null, false)];
        ReadToll[] claims = [.. FirstFigures(read.Tolls.Where(t => t.Claimant is not null && !t.OfAttackers))];
        bool differ = claims.Select(t => t.Killed?.Count).OfType<CasualtyRange>().Distinct().Skip(1).Any()
            || claims.Select(t => t.Wounded?.Count).OfType<CasualtyRange>().Distinct().Skip(1).Any();
        IEnumerable<ReadToll> attackers = FirstFigures(read.Tolls.Where(t => t.OfAttackers && t.Killed is not null)).Select(t => t with { Wounded = null });
        return [.. whole.Concat(differ ? claims : []).Concat(attackers).Take(ReportLimits.Casualties)];
    }

    private static IEnumerable<ReadToll> FirstFigures(IEnumerable<ReadToll> tolls) => tolls.GroupBy(t => (t.Claimant, t.OfAttackers)).Select(said => new ReadToll(
        said.FirstOrDefault(t => t.Killed is not null)?.Killed, said.FirstOrDefault(t => t.Wounded is not null)?.Wounded, said.Key.Claimant, said.Key.OfAttackers));

    private static CasualtyStatement StatementOf(ReadToll toll) => new()
    {
        Claimant = toll.Claimant is { } kind ? new Claimant("", kind) : null,
        Killed = toll.OfAttackers ? null : toll.Killed?.Count,
        AttackersKilled = toll.OfAttackers ? toll.Killed?.Count : null,
        Wounded = toll.Wounded?.Count,
    };

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
