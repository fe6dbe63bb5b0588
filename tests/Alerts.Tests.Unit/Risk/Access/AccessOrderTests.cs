using Alerts.Risk.Access;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.Access.AccessFacts;

namespace Alerts.Tests.Unit.Risk.Access;

// Invariants over random histories: revisions of incidents that move, are withdrawn and come twice, and entries between them.
public sealed class AccessOrderTests
{
    private const int Histories = 300;

    [Fact]
    public void Of_AnyOrderWithRepeatsAndWithdrawals_IsTheSortedReplay()
    {
        for (int seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            Step[] steps = [.. Steps(random)];
            AccessBook sorted = Replay(steps);
            Step[] shuffled = [.. steps, .. steps.Where(_ => random.Next(3) == 0)];
            random.Shuffle(shuffled);
            AccessBook other = Replay(shuffled);
            for (int day = 0; day < 80; day += 7)
                Assert.Equal(Text(sorted, day), Text(other, day));
        }
    }

    [Fact]
    public void Of_MoreEvidence_NeverGivesABetterState()
    {
        for (int seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            List<AccessEvidence> pieces = [];
            AccessEntry[] entries = [.. Enumerable.Range(0, random.Next(3)).Select(i => AnEntry(random, i))];
            for (int i = 0; i < 12; i++)
            {
                AccessState? before = StateOf(pieces, 90, entries);
                pieces.Add(APiece(random, $"p{i}", random.Next(60)));
                Assert.True((StateOf(pieces, 90, entries) ?? 0) >= (before ?? 0), $"seed {seed}, piece {i}");
            }
        }
    }

    [Fact]
    public void Of_TimeAlone_NeverGivesABetterState()
    {
        for (int seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            AccessEvidence[] pieces = [.. Enumerable.Range(0, 10).Select(i => APiece(random, $"p{i}", random.Next(60)))];
            AccessState worst = 0;
            for (int day = 0; day < 400; day += 10)
            {
                AccessState state = StateOf(pieces, day) ?? 0;
                Assert.True(state >= worst, $"seed {seed}, day {day}");
                Assert.NotEqual(AccessState.Open, state);
                worst = state;
            }
        }
    }

    private static AccessBook Replay(IEnumerable<Step> steps)
    {
        var book = new AccessBook();
        var seen = new Dictionary<string, int>();
        foreach (Step step in steps)
        {
            if (step.Entry is not null)
            {
                book.Put(step.Entry);
            }
            else if (!seen.TryGetValue(step.Incident, out int revision) || step.Revision >= revision)
            {
                // As the desk does it: a lower revision than the one held is ignored.
                seen[step.Incident] = step.Revision;
                book.Put(new AccessReport(Scope.Shared, step.Incident, step.Evidence, []));
            }
        }

        return book;
    }

    private static string Text(AccessBook book, int day)
    {
        AccessPicture? picture = AccessFold.Of(book.EvidenceOf(City).Select(e => e.Evidence), book.EntriesOf(City), Day(day));
        return picture is null ? "" : System.Text.Json.JsonSerializer.Serialize(picture);
    }

    private static IEnumerable<Step> Steps(Random random)
    {
        for (int i = 0; i < 14; i++)
        {
            double day = random.Next(60);
            for (int revision = 1; revision <= random.Next(1, 4); revision++)
            {
                bool withdrawn = revision > 1 && random.Next(4) == 0;
                yield return new Step($"incidents/i{i}", revision, withdrawn ? [] : [APiece(random, $"i{i}", day), APiece(random, $"i{i}", day) with { Aspect = AccessAspect.Fuel, Bearing = null }], null);
            }
        }

        for (int i = 0; i < random.Next(4); i++)
            yield return new Step("", 0, [], AnEntry(random, i));
    }

    private static AccessEvidence APiece(Random random, string id, double day)
    {
        var kind = (AccessEvidenceKind)random.Next(1, 9);
        double? bearing = kind <= AccessEvidenceKind.Blockade && random.Next(4) > 0 ? random.Next(0, 360) : null;
        AccessEvidence piece = Piece(id, day, kind, bearing, (AcuteStanding)random.Next(2, 5), $"origin {random.Next(4)}");
        return piece with { Last = piece.Last.AddDays(random.Next(20)), IsStated = random.Next(2) == 0 };
    }

    private static AccessEntry AnEntry(Random random, int i) =>
        Entry($"e{i}", random.Next(70), (AccessState)random.Next(1, 5), random.Next(3) == 0 ? null : (AccessAspect)random.Next(1, 5), null);

    private sealed record Step(string Incident, int Revision, IReadOnlyList<AccessEvidence> Evidence, AccessEntry? Entry);
}
