using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>What one origin says about one site. Forwards and near-identical texts share an origin, so they are one piece of evidence.</summary>
/// <param name="OriginId">The origin; null when unknown, which is never independent.</param>
/// <param name="Grade">Best grade among its reports.</param>
/// <param name="Standing">Standing of its statement that the event happened here. <see cref="Standing.Claimed"/> is an armed group's claim; <see cref="Standing.Denied"/> supports nothing.</param>
/// <param name="IsAnalyst">Whether it is an analyst of the own organisation, whose confirmation counts alone.</param>
public sealed record AcuteEvidence(string? OriginId, Grade Grade, Standing Standing = Standing.Reported, bool IsAnalyst = false)
{
    /// <summary>Whether it says that the event happened here: anything but a denial.</summary>
    public bool Supports => Standing != Standing.Denied;

    /// <summary>Whether it is an armed group's claim.</summary>
    public bool IsClaim => Standing == Standing.Claimed;

    // A report that counts as one of several independent ones: who it is from is known, it is no belligerent's claim, and not improbable.
    internal bool IsReport => Supports && !IsClaim && !Grade.IsImprobable && OriginId is not null;

    internal bool IsConfirmation => IsAnalyst && Standing == Standing.Confirmed;
}
