using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>Whom or what an act was directed at.</summary>
/// <param name="Kind">The kind, as far as the acute rules care.</param>
/// <param name="Evidence">The words of the text.</param>
public sealed record ReadTarget(TargetKind Kind, TextSpan Evidence);
