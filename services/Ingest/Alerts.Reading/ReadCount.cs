using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>A number of people as a text gives it.</summary>
/// <param name="Count">"at least 5" has a low end only, "about 5" and "5" a best estimate.</param>
/// <param name="Evidence">The number and the word that says what befell them.</param>
public sealed record ReadCount(CasualtyRange Count, TextSpan Evidence);
