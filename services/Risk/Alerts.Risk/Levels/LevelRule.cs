using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>
/// The current level: the highest of the assessed level (or, unsigned, the band), the acute floors, what access forces, and the overrides upwards. Without
/// coverage the band does not count; when coverage is lost, the level that was known freezes and may only rise.
/// </summary>
/// <remarks>Pure and thread safe. A signed level counts without coverage too: it is a person's word.</remarks>
public static class LevelRule
{
    /// <summary>The level of a city.</summary>
    public static CityLevel Decide(CityInputs inputs)
    {
        List<LevelReason> reasons = [];
        ThreatLevel? band = inputs.IsCovered ? inputs.Band : null;
        if (inputs.Assessed is { } signed)
            reasons.Add(Signed(signed, inputs.Now));
        else if (band is { } level)
            reasons.Add(LevelReason.Say(ReasonCodes.Band, LevelWords.Suggested(level, inputs.BandIsProvisional), level));

        ThreatLevel? floor = Floors(inputs, reasons);
        if (inputs is { AccessFloor: { } reach, Access: { } access })
            reasons.Add(LevelReason.Say(ReasonCodes.Access, LevelWords.Access(access, reach), reach));
        foreach (LevelOverride up in inputs.Overrides.Where(o => o.KnownSituations is null && o.CountsAt(inputs.Now)))
            reasons.Add(LevelReason.Say(ReasonCodes.OverrideUp, LevelWords.HeldUp(up.Level), up.Level));

        DateTimeOffset? frozen = Frozen(inputs);
        if (frozen is { } since)
            reasons.Add(LevelReason.Say(ReasonCodes.NoNewsSince, LevelWords.Frozen(since), inputs.Before?.Level));
        else if (!inputs.IsCovered)
            reasons.Add(LevelReason.Say(ReasonCodes.NoCoverage, LevelWords.NotAssessed));

        // What was only noted, a cap downwards, does not decide.
        ThreatLevel? current = reasons.Where(r => r.Code != ReasonCodes.OverrideDown).Max(r => r.Level);
        return new CityLevel
        {
            Level = current,
            Assessed = inputs.Assessed?.Level,
            Band = band,
            AcuteFloor = floor,
            IsCovered = inputs.IsCovered,
            FrozenSince = frozen,
            Reasons = [.. reasons.OrderByDescending(r => r.Code == ReasonCodes.OverrideDown ? 0 : (int)(r.Level ?? 0))],
        };
    }

    private static LevelReason Signed(SignedLevel signed, DateTimeOffset now)
    {
        string review = signed.ReviewOn.ToString("yyyy-MM-dd");
        return LevelReason.Say(
            ReasonCodes.Assessed,
            LevelWords.Assessed(signed.Level, now >= signed.ReviewAt ? review : null),
            signed.Level,
            parameters: new Dictionary<string, string> { ["category"] = signed.Category.ToString(), ["review"] = review });
    }

    private static ThreatLevel? Floors(CityInputs inputs, List<LevelReason> reasons)
    {
        ThreatLevel? highest = null;
        foreach (AcuteFloor floor in inputs.Floors)
        {
            ThreatLevel capped = floor.Floor;
            foreach (LevelOverride down in inputs.Overrides.Where(o => o.CountsAt(inputs.Now)))
            {
                ThreatLevel cap = down.Cap(floor);
                if (cap < capped) capped = cap;
            }

            if (capped < floor.Floor)
                reasons.Add(LevelReason.Say(ReasonCodes.OverrideDown, LevelWords.HeldDown(floor.Floor, capped), capped, floor.IncidentId));
            reasons.Add(LevelReason.Say(ReasonCodes.AcuteFloor, LevelWords.Forced(capped), capped, floor.IncidentId));
            if (highest is null || capped > highest) highest = capped;
        }

        return highest;
    }

    // A level freezes when there was coverage, or it was frozen already, and there is none now.
    private static DateTimeOffset? Frozen(CityInputs inputs) =>
        inputs.IsCovered || inputs.Before is not { Level: not null } before ? null : before.FrozenSince ?? (before.IsCovered ? inputs.Now : null);
}
