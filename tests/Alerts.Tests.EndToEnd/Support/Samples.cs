using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Tests.EndToEnd.Support;

/// <summary>Reports that a server takes; invented.</summary>
public static class Samples
{
    // GeoNames id of Gao.
    public const int Gao = 2457163;

    /// <summary>Words that stand in every text here and in nothing else, so that their trace can be looked for.</summary>
    public const string Words = "zebu market witness 4711";

    /// <summary>One voice's word of an attack in Gao a minute ago, shared with the community.</summary>
    public static Report Attack() => new()
    {
        SubEventType = SubEventType.Attack,
        Sites = { new Site { Reference = new PlaceReference { Point = new GeoPoint { Latitude = 16.27, Longitude = -0.04 }, Precision = PlacePrecision.Point } } },
        Occurred = new OccurredTime
        {
            StartTime = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToTimestamp(),
            Precision = TimePrecision.Exact,
            Ongoing = true,
        },
        Source = new Source { Name = "market guard", Kind = ClaimantKind.Witness, Reliability = SourceReliability.C, Credibility = InformationCredibility.PossiblyTrue },
        Casualties = { new CasualtyStatement { Killed = new CasualtyRange { Best = 4 } } },
        Text = $"Armed men fire on people at the market, says the {Words}.",
        Tlp = TlpLabel.Green,
    };
}
