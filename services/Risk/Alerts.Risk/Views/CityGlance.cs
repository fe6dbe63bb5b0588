using Alerts.Terms;

namespace Alerts.Risk.Views;

// The level that nothing but the forecast gives a city, and the probability for 30 days; null: none.
internal readonly record struct CityGlance(ThreatLevel? Level, double? P);
