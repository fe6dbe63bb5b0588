using System.Text.RegularExpressions;
using Xunit;

namespace Alerts.Tests.Architecture;

/// <summary>The rules of style.md that can be read off the sources.</summary>
public sealed partial class SourceTests
{
    // style.md: around 150, think again above 300.
    private const int MostLines = 300;

    [Fact]
    public void File_OfOurs_HasAtMost300Lines() =>
        Assert.Empty(Product.Sources.Select(f => (File: f, Lines: Read(f).Count(c => c == '\n'))).Where(f => f.Lines > MostLines).Select(f => $"{f.File}: {f.Lines}"));

    [Fact]
    public void File_OfOurs_HasAtMostOnePublicType() =>
        Assert.Empty(Product.Sources.Select(f => (File: f, Types: PublicType().Count(Read(f)))).Where(f => f.Types > 1).Select(f => $"{f.File}: {f.Types}"));

    [Fact]
    public void Namespace_OfAFile_IsProjectAndFolder() => Assert.Empty(
        Product.Sources
            .Select(f => (File: f, Expected: NamespaceOf(f), Actual: FileNamespace().Match(Read(f)).Groups[1].Value))
            .Where(f => f.Actual.Length > 0 && f.Actual != f.Expected)
            .Select(f => $"{f.File}: {f.Actual}"));

    // Alerts.Terms is one vocabulary; its folders are shelves.
    private static string NamespaceOf(string file)
    {
        string[] parts = file.Split('/');
        int project = Array.FindIndex(parts, p => p.StartsWith("Alerts.", StringComparison.Ordinal));
        return parts[project] == "Alerts.Terms" ? parts[project] : string.Join('.', parts[project..^1]);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Product.Root, file));

    [GeneratedRegex(@"^public [a-z ]*\b(class|record|struct|enum|interface|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex FileNamespace();
}
