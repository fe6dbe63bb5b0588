using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Checks the sites of a draft and resolves them. Thread safe.
internal sealed class PlaceValidator(PlaceResolver resolver)
{
    public IReadOnlyList<Site> Check(IReadOnlyList<SiteDraft> drafts, string path, Violations wrong)
    {
        if (drafts.Count == 0)
            wrong.Add(path, "is required: name at least one place.");
        wrong.Count(path, drafts.Count, ReportLimits.Sites);
        var sites = new List<Site>();
        for (int i = 0; i < Math.Min(drafts.Count, ReportLimits.Sites); i++)
        {
            if (Check(drafts[i], $"{path}[{i}]", wrong) is { } site)
                sites.Add(site);
        }

        return sites;
    }

    public IReadOnlyList<AccessEffect> Check(IReadOnlyList<AccessEffectDraft> drafts, string path, Violations wrong)
    {
        wrong.Count(path, drafts.Count, ReportLimits.Access);
        var effects = new List<AccessEffect>();
        for (int i = 0; i < Math.Min(drafts.Count, ReportLimits.Access); i++)
        {
            string at = $"{path}[{i}]";
            wrong.Known($"{at}.aspect", drafts[i].Aspect);
            if (drafts[i].City is not { } draft)
            {
                wrong.Add($"{at}.city", "is required: name the city that is harder to reach.");
                continue;
            }

            Site? city = Check(draft, $"{at}.city", wrong);
            Site? toward = drafts[i].Toward is { } given ? Check(given, $"{at}.toward", wrong) : null;
            if (city is not null && !resolver.IsScored(city.Place))
                wrong.Add($"{at}.city.reference", "must be a city that has a level: one of 15 000 inhabitants or more, or the seat of a region.");
            else if (city is not null)
                effects.Add(new AccessEffect(city, drafts[i].Aspect, toward));
        }

        return effects;
    }

    private Site? Check(SiteDraft draft, string path, Violations wrong)
    {
        ListValidator.Targets(draft.Targets, $"{path}.targets", wrong);
        string at = $"{path}.reference";
        if (draft.Reference is not { } reference || reference is { Point: null, Name: null, GeonamesId: null })
        {
            wrong.Add(at, "is required: set geonames_id, named or point.");
            return null;
        }

        wrong.Known($"{at}.precision", reference.Precision);
        wrong.Name($"{at}.label", reference.Label);
        if (!IsWellFormed(reference, at, wrong))
            return null;
        if (resolver.Resolve(reference) is { } place)
            return new Site(reference, place, draft.Targets);
        wrong.AddUnknownPlace(reference.Name is null ? $"{at}.geonames_id" : $"{at}.named.name", reference.Name is null
            ? $"no place has the GeoNames id {reference.GeonamesId}."
            : $"nothing of this name is known in {reference.CountryCode}; use geonames_id or point.");
        return null;
    }

    private static bool IsWellFormed(PlaceReference reference, string at, Violations wrong)
    {
        if (reference.Point is { } point)
            return InRange(point.Latitude, 90, $"{at}.point.latitude", wrong) & InRange(point.Longitude, 180, $"{at}.point.longitude", wrong);
        if (reference.Precision == PlacePrecision.Point)
        {
            wrong.Add($"{at}.precision", "POINT needs a point; a place by name or id is CITY or coarser.");
            return false;
        }

        if (reference.Name is not { } name)
            return true;
        bool named = name.Trim().Length > 0 && name.Length <= ReportLimits.NameLength && !name.Any(char.IsControl);
        if (!named)
            wrong.Add($"{at}.named.name", $"must be 1 to {ReportLimits.NameLength} characters without control characters.");
        bool country = CountryCode.IsKnown(reference.CountryCode);
        if (!country)
            wrong.Add($"{at}.named.country_code", CountryCode.Refusal(reference.CountryCode));
        return named && country;
    }

    private static bool InRange(double degrees, double limit, string field, Violations wrong)
    {
        bool fine = Math.Abs(degrees) <= limit;
        if (!fine)
            wrong.Add(field, $"must be within -{limit} and {limit} degrees.");
        return fine;
    }
}
