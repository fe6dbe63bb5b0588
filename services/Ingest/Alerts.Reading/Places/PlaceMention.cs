using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Reading.Places;

// A place found in the text. Locative: a preposition before it says that something is there.
internal sealed record PlaceMention(int Word, int WordCount, Place? Place, GeoPoint Point, PlacePrecision Precision, string? CountryCode, bool Locative);
