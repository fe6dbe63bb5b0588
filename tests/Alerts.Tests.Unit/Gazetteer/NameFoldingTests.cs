using Alerts.Gazetteer;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Gazetteer;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("Ségou", "segou")]
    [InlineData("Se\u0301gou", "segou")] // decomposed
    [InlineData("N’Djamena", "n djamena")]
    [InlineData("N'DJAMÉNA", "n djamena")]
    [InlineData("Bàmakɔ", "bamako")]
    [InlineData("  Faladié – Sud (ML) ", "faladie sud ml")]
    [InlineData("Straße", "strasse")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Đắk Lắk", "dak lak")]
    [InlineData("Йошкар-Ола", "иошкар ола")]
    [InlineData("ＢＡＭＡＫＯ１", "bamako1")]
    [InlineData("", "")]
    [InlineData("—", "")]
    [InlineData("a\ud800b", "a b")] // half a surrogate pair
    public void Fold_Name_IsPlainLowerCase(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    [Property(MaxTest = 2_000)]
    public void Fold_Folded_StaysAsItIs(string text) => Assert.Equal(NameFolding.Fold(text ?? ""), NameFolding.Fold(NameFolding.Fold(text ?? "")));

    [Property(MaxTest = 2_000)]
    public void Words_AnyText_JoinedAreTheFold(string text)
    {
        IReadOnlyList<FoldedWord> words = NameFolding.Words(text ?? "");

        Assert.Equal(NameFolding.Fold(text ?? ""), string.Join(' ', words.Select(w => w.Text)));
        Assert.All(words, w => Assert.Equal(w.Text, NameFolding.Fold(text!.Substring(w.Start, w.Length))));
    }
}
