using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Entries counted within a line. Own wording, invented events.
public sealed class NumberedEntryTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Busy night in Gao, Mali. (1) Two rockets hit the airport on Monday. (2) In Ansongo two boys robbed a shop at gunpoint. (3) In Ménaka gunmen shot a guard dead.")]
    [InlineData("Mali, points du jour : a) lundi, deux roquettes sont tombées sur l'aéroport de Gao ; b) à Ansongo, un garde a été tué par des hommes armés ; c) à Ménaka, un convoi a sauté sur une mine.")]
    public void Read_EntriesCountedWithinALine_AreOneEventEach(string text) => Assert.Equal(["Gao", "Ansongo", "Ménaka"], fixture.Read(text, Day, Day).Reports.Select(r => r.Place.Name));

    // A number in brackets that nothing runs on from counts no entry.
    [Theory]
    [InlineData("Gunmen attacked a convoy in Gao, Mali, on Monday. (3) soldiers were killed and (2) wounded, the mayor said.")]
    [InlineData("Lundi, des hommes armés ont attaqué un convoi à Gao, au Mali. Bilan : (2) morts, selon le maire.")]
    public void Read_NumberInBrackets_IsNoEntry(string text) => Assert.Single(fixture.Read(text, Day, Day).Reports);
}
