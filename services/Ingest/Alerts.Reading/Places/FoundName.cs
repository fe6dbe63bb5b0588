using Alerts.Reading.Frame;

namespace Alerts.Reading.Places;

/// <summary>Words that may name a place, before it is settled which one.</summary>
/// <param name="First">Its first word.</param>
/// <param name="End">The word behind its last.</param>
/// <param name="Folded">The name as the gazetteer writes it; empty for a coordinate.</param>
/// <param name="Unit">Whether it names an administrative unit.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Done">The place when nothing is left to settle: a coordinate.</param>
internal sealed record FoundName(int First, int End, string Folded, bool Unit, Sentence Sentence, PlaceMention? Done);
