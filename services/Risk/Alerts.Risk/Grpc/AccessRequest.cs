using Alerts.Platform.Access;
using Alerts.Risk.Access;
using Alerts.Terms;
using Alerts.V1;
using AccessAspect = Alerts.Terms.AccessAspect;
using AccessState = Alerts.Terms.AccessState;
using Place = Alerts.Gazetteer.Place;
using PlaceIndex = Alerts.Gazetteer.PlaceIndex;
using TlpLabel = Alerts.Terms.TlpLabel;

namespace Alerts.Risk.Grpc;

// Checks a person's word on access and makes an entry of it; all that is wrong is told at once. Pure but for the entry's new id.
internal static class AccessRequest
{
    private const int TextLimit = 500;

    public static (Scope Scope, AccessEntry Entry) Read(ReportAccessRequest request, Place city, Principal caller, PlaceIndex places, DateTimeOffset now)
    {
        List<FieldViolation> wrong = [];
        string text = request.Text.Trim();
        if (!Enum.IsDefined((AccessState)request.State))
            wrong.Add(new FieldViolation("state", "must be OPEN, CONSTRAINED, RESTRICTED or CUT_OFF."));
        if (request.Aspect != 0 && !Enum.IsDefined((AccessAspect)request.Aspect))
            wrong.Add(new FieldViolation("aspect", "must be ROAD, FUEL, AIRPORT or COMMUNICATIONS; leave it out for the city as a whole."));
        if (text.Length is 0 or > TextLimit)
            wrong.Add(new FieldViolation("text", $"must be 1 to {TextLimit} characters: officers read why."));
        if (request.Tlp != 0 && (!Enum.IsDefined((TlpLabel)request.Tlp) || (TlpLabel)request.Tlp == TlpLabel.Red))
            wrong.Add(new FieldViolation("tlp", "must be CLEAR, GREEN, AMBER or AMBER_STRICT: access is told to everybody who watches the city, and RED feeds nothing."));
        Place? toward = request.TowardGeonamesId == 0 ? null : Toward(request, city, places, wrong);
        if (wrong.Count > 0)
            throw AlertsException.Invalid(wrong);
        TlpLabel tlp = request.Tlp == 0 ? TlpLabel.AmberStrict : (TlpLabel)request.Tlp;
        Scope scope = Scope.For(tlp, caller.Organisation);
        return (scope, new AccessEntry
        {
            Id = Guid.CreateVersion7(now).ToString(),
            CityId = city.GeonameId,
            Aspect = request.Aspect == 0 ? null : (AccessAspect)request.Aspect,
            Bearing = toward is { } place ? Compass.Bearing(city.Point, place.Point) : null,
            Toward = toward?.Name ?? "",
            State = (AccessState)request.State,
            Text = text,
            // Who a person is, is for the own organisation.
            By = scope.IsShared ? caller.Organisation.Value : caller.Subject,
            At = default,
            Tlp = tlp,
        });
    }

    private static Place? Toward(ReportAccessRequest request, Place city, PlaceIndex places, List<FieldViolation> wrong)
    {
        if (request.Aspect != V1.AccessAspect.Road)
            wrong.Add(new FieldViolation("toward_geonames_id", "belongs to ROAD only."));
        else if (request.TowardGeonamesId == city.GeonameId)
            wrong.Add(new FieldViolation("toward_geonames_id", "must be another place than the city itself."));
        else if (places.Find(request.TowardGeonamesId) is { } place)
            return place;
        else
            wrong.Add(new FieldViolation("toward_geonames_id", "is no place of the gazetteer; look it up by name first."));
        return null;
    }
}
