using Xunit;

namespace Alerts.Tests.EndToEnd.Faults.Checking;

/// <summary>What a run draws its moments and places from: printed, so that a failure can be seen again.</summary>
internal static class TestSeed
{
    /// <summary>The environment variable that sets it.</summary>
    public const string Variable = "ALERTS_TEST_SEED";

    private const int Shown = 20;

    /// <summary>The one that was set, or a new one; it is written to the output at once.</summary>
    public static int Draw(ITestOutputHelper output)
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), out int given) ? given : new Random().Next();
        output.WriteLine($"{Variable}={seed}");
        return seed;
    }

    /// <summary>Fails with the seed and the first violations, which tell enough, when there is any.</summary>
    public static void AssertNone(IReadOnlyList<Violation> violations, int seed, string figures) =>
        Assert.True(violations.Count == 0, $"{Variable}={seed}: {figures}\n{string.Join('\n', violations.Take(Shown))}");
}
