using Alerts.Ingest.Sources;
using Xunit;

namespace Alerts.Tests.Unit.Ingest;

// Own texts.
public sealed class TextPrintTests
{
    private const string Wire = "Gunmen on motorbikes attacked the weekly market of a village north of the river on Tuesday morning and burnt several "
        + "shops before they left towards the forest, the mayor of the district and two traders said by telephone.";

    [Theory]
    [InlineData("(Agency) " + Wire)]
    [InlineData(Wire + " Copyright of the agency.")]
    [InlineData("GUNMEN on motorbikes attacked the weekly market of a village north of the river on Tuesday morning and burnt several shops before "
        + "they left towards the forest, the mayor of the district and two traders said by phone.")]
    public void IsCopyOf_NearlyTheSame_True(string text) => Assert.True(TextPrint.Of(text)!.IsCopyOf(TextPrint.Of(Wire)!));

    [Fact]
    public void IsCopyOf_ContainedInALongerText_True()
    {
        string longer = Wire + " It was the third raid on a market in the region since the rains began. Local people had asked for a patrol on market days, "
            + "and the army had promised one, but the road was under water and no patrol came that week.";

        Assert.True(TextPrint.Of(Wire)!.IsCopyOf(TextPrint.Of(longer)!));
    }

    [Theory]
    [InlineData("Armed men raided a village market on Tuesday; shops were set on fire, says a radio correspondent who reached the place in the afternoon.")]
    [InlineData("Gunmen attacked the market")]
    public void IsCopyOf_OwnWords_False(string text) => Assert.False(TextPrint.Of(text)!.IsCopyOf(TextPrint.Of(Wire)!));

    [Fact]
    public void IsCopyOf_ShortTexts_OnlyWhenEqual()
    {
        Assert.True(TextPrint.Of("Tirs près de l'aéroport !")!.IsCopyOf(TextPrint.Of("tirs pres de l aeroport")!));
        Assert.False(TextPrint.Of("gunfire near the airport now")!.IsCopyOf(TextPrint.Of("gunfire near the airport road")!));
    }

    [Fact]
    public void Keys_Copies_ShareOne() =>
        Assert.NotEmpty(TextPrint.Of(Wire)!.Keys().Intersect(TextPrint.Of("(Agency) " + Wire)!.Keys()));

    [Fact]
    public void Of_NoWords_IsNull() => Assert.Null(TextPrint.Of(" … !"));
}
