using System.Runtime.CompilerServices;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Ingest.Wire;

// Small values both ways. 0 on the wire is null in the core; a number without a member is kept, so that validation can refuse it.
internal static class Codes
{
    // Far outside what validation accepts, for timestamps that are no instant of the calendar.
    private static readonly DateTimeOffset Impossible = DateTimeOffset.MinValue;

    public static T? Core<T>(System.Enum wire)
        where T : struct, System.Enum =>
        Convert.ToInt32(wire) is var number and not 0 ? (T)System.Enum.ToObject(typeof(T), number) : null;

    public static int Wire<T>(T? core)
        where T : struct, System.Enum =>
        core is { } value ? Unsafe.BitCast<T, int>(value) : 0;

    public static DateTimeOffset? Core(Timestamp? wire)
    {
        if (wire is null)
            return null;
        const long first = -62_135_596_800;
        const long last = 253_402_300_799;
        return wire.Seconds is >= first and <= last && wire.Nanos is >= 0 and <= 999_999_999 ? wire.ToDateTimeOffset() : Impossible;
    }

    public static Timestamp? Wire(DateTimeOffset? core) => core?.ToTimestamp();

    public static Terms.GeoPoint Core(V1.GeoPoint? wire) => wire is null ? default : new Terms.GeoPoint(wire.Latitude, wire.Longitude);

    public static V1.GeoPoint Wire(Terms.GeoPoint core) => new() { Latitude = core.Latitude, Longitude = core.Longitude };

    public static Terms.CasualtyRange? Core(V1.CasualtyRange? wire) => wire is null
        ? null
        : new Terms.CasualtyRange(wire.HasLow ? wire.Low : null, wire.HasBest ? wire.Best : null, wire.HasHigh ? wire.High : null);

    public static V1.CasualtyRange? Wire(Terms.CasualtyRange? core)
    {
        if (core is not { } range)
            return null;
        var wire = new V1.CasualtyRange();
        if (range.Low is { } low)
            wire.Low = low;
        if (range.Best is { } best)
            wire.Best = best;
        if (range.High is { } high)
            wire.High = high;
        return wire;
    }

    public static Grade Grade(V1.SourceReliability reliability, V1.InformationCredibility credibility) => new(
        Core<SourceReliability>(reliability) ?? SourceReliability.F,
        Core<InformationCredibility>(credibility) ?? InformationCredibility.CannotBeJudged);
}
